import { getTranslations } from 'next-intl/server';
import { bandTones, candidateWords } from '@/components/desk/candidate-words';
import { CaseItem, NothingYet, PartHeading, Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { findsOfCase } from '@/domain/community/find-queries';
import { nameOfFound } from '@/domain/community/found-person';
import { leadsOfCase } from '@/domain/community/lead-queries';
import { Appeal } from './appeal';
import type { View } from './view';

/** What came from outside: found men who are or may be this one, what the public told, and the appeal for his family. */
export async function Finds({ view }: { view: View }) {
  const t = await getTranslations('find.onCase');
  const find = await getTranslations('find');
  const lead = await getTranslations('lead');
  const words = await candidateWords();
  const { day } = await days();
  const { matched, proposed } = await findsOfCase(view.actor, { caseId: view.caseId });
  const leads = await leadsOfCase(view.actor, { caseId: view.caseId });
  const desk = `/${view.locale}/desk`;
  const at = ({ kind, place }: (typeof matched)[number]['find']) => t('at', { kind: find(`kind.${kind}`), place });
  return (
    <Section title={t('title')} id="finds">
      {matched.length + proposed.length + leads.length === 0 && (
        <NothingYet title={t('none')}>{t('noneNext')}</NothingYet>
      )}
      {matched.length > 0 && <PartHeading>{t('matched')}</PartHeading>}
      <ul>
        {matched.map(({ man, find: its, by }) => (
          <CaseItem
            key={man.id}
            title={<a href={`${desk}/finds/${its.findId}#man-${man.position}`}>{at(its)}</a>}
            state={<Tag tone="good">{find('number', { number: its.number })}</Tag>}
            meta={man.matchedAt && find('man.matchedBy', { by: by ?? '', day: day(man.matchedAt) })}
          >
            {man.reading && <Quoted>{man.reading}</Quoted>}
          </CaseItem>
        ))}
      </ul>
      {proposed.length > 0 && <PartHeading>{t('proposed')}</PartHeading>}
      <ul>
        {proposed.map(({ man, find: its, band, verdicts }) => (
          <CaseItem
            key={man.id}
            title={
              <a href={`${desk}/finds/${its.findId}#man-${man.position}`}>
                <span className="name-of-the-dead">{nameOfFound(man) || find('nameUnread')}</span>
              </a>
            }
            state={<Tag tone={bandTones[band]}>{words.band(band)}</Tag>}
            meta={at(its)}
          >
            <p className="measure">{words.why(verdicts)}</p>
          </CaseItem>
        ))}
      </ul>
      {leads.length > 0 && <PartHeading>{t('leads')}</PartHeading>}
      <ul>
        {leads.map((one) => (
          <CaseItem
            key={one.leadId}
            title={<a href={`${desk}/leads/${one.leadId}`}>{lead('number', { number: one.number })}</a>}
            state={<Tag tone="neutral">{lead(`state.${one.state}`)}</Tag>}
            meta={day(one.receivedAt)}
          >
            {one.erasedAt ? <p className="text-muted">{lead('erased')}</p> : <Quoted>{one.text}</Quoted>}
            {one.note && <p className="measure">{one.note}</p>}
          </CaseItem>
        ))}
      </ul>
      <Appeal view={view} />
    </Section>
  );
}
