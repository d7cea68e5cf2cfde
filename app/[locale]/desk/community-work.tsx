import { getTranslations } from 'next-intl/server';
import { bandTones, candidateWords } from '@/components/desk/candidate-words';
import { days } from '@/components/desk/days';
import { Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { myProposedFinds } from '@/domain/community/find-queries';
import { nameOfFound } from '@/domain/community/found-person';
import { newLeads } from '@/domain/community/lead-queries';
import { fullName } from '@/domain/names';
import { can, type StaffActor } from '@/domain/permissions';
import type { Locale } from '@/messages/routing';

/** Found men who may be the man of one's own case, and messages of the public that nobody has read. */
export async function CommunityWork({ locale, actor }: { locale: Locale; actor: StaffActor }) {
  if (!can(actor, 'find.read') || !can(actor, 'lead.read')) return null;
  const proposed = await myProposedFinds(actor, {});
  const leads = await newLeads(actor, {});
  if (proposed.length === 0 && leads.total === 0) return null;
  const t = await getTranslations('find');
  const lead = await getTranslations('lead');
  const words = await candidateWords();
  const { day } = await days();
  const desk = `/${locale}/desk`;
  return (
    <Section title={t('work.title')} id="community">
      <ul>
        {proposed.map(({ man, find, case: its, band }) => (
          <li key={`${man.id} ${its.caseId}`} className="border-line border-t py-2 first:border-t-0">
            <a href={`${desk}/finds/${find.findId}#man-${man.position}`} className="target">
              <span className="name-of-the-dead">{nameOfFound(man) || t('nameUnread')}</span>
            </a>{' '}
            <Tag tone={bandTones[band]}>{words.band(band)}</Tag>
            <span className="minor block text-muted">
              {t('work.proposed')}: {fullName(its)}, № {its.number}
            </span>
          </li>
        ))}
        {leads.rows.map((one) => (
          <li key={one.leadId} className="border-line border-t py-2 first:border-t-0">
            <a href={`${desk}/leads/${one.leadId}`} className="target">
              {lead('number', { number: one.number })}
            </a>
            <span className="minor block text-muted">
              {[day(one.receivedAt), one.soldier].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {leads.total > 0 && (
        <p className="mt-2">
          <a href={`${desk}/leads`} className="target">
            {t('work.leads', { n: leads.total })}
          </a>
        </p>
      )}
    </Section>
  );
}
