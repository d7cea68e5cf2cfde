import { getTranslations } from 'next-intl/server';
import {
  changeFoundManAction,
  matchFoundManAction,
  openCaseOfFoundAction,
  partFoundManAction,
  refuseFoundManAction,
} from '@/app/actions/finds';
import { CandidateCompared, type ComparedLine } from '@/components/desk/candidate-compared';
import { bandTones, candidateWords } from '@/components/desk/candidate-words';
import { PartHeading, Quoted } from '@/components/desk/case-item';
import { CaseStatus } from '@/components/desk/case-status';
import { caseWords } from '@/components/desk/case-words';
import { days } from '@/components/desk/days';
import { foundCaseFields, foundManFields } from '@/components/desk/find-fields';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import type { FindPage, FindPageMan, FoundCase } from '@/domain/community/find-queries';
import { nameOfFound } from '@/domain/community/found-person';
import { fullName } from '@/domain/names';
import { can, type StaffActor } from '@/domain/permissions';
import type { Locale } from '@/messages/routing';
import { DeskAct } from '../../desk-act';

type ManProps = { locale: Locale; actor: StaffActor; find: FindPage['find']; one: FindPageMan };

/** One man of a find: what was read of him, whose case he is or may be, and what can be decided. */
export async function FoundManPart({ locale, actor, find, one }: ManProps) {
  const t = await getTranslations('find');
  const { man } = one;
  const hidden = { findId: find.id, version: String(find.version), manId: man.id };
  const said = [man.birth, man.birthPlace, man.draftPlace, man.kin].filter(Boolean).join(' · ');
  return (
    <article id={`man-${man.position}`} className="mb-6 border-line border-b pb-4 last:border-b-0">
      <h3 className="name-of-the-dead text-[1.25em]">{nameOfFound(man) || t('nameUnread')}</h3>
      {said && <p className="measure">{said}</p>}
      {man.reading && <Quoted>{man.reading}</Quoted>}
      {one.case ? (
        <Matched locale={locale} actor={actor} one={one} its={one.case} hidden={hidden} />
      ) : (
        find.state === 'open' && <Proposals locale={locale} actor={actor} one={one} hidden={hidden} />
      )}
      {one.refused.length > 0 && <Refused locale={locale} one={one} />}
      {can(actor, 'find.write') && (
        <DeskAct
          summary={t('man.change')}
          action={changeFoundManAction}
          hidden={hidden}
          fields={await foundManFields(man)}
          submit={t('save')}
        />
      )}
      {!one.case && can(actor, 'case.open') && (
        <DeskAct
          summary={t('man.open')}
          action={openCaseOfFoundAction}
          hidden={hidden}
          fields={await foundCaseFields(man)}
          submit={t('man.openSubmit')}
        >
          <p className="measure text-muted">{t('man.openHint')}</p>
        </DeskAct>
      )}
    </article>
  );
}

type Hidden = Readonly<Record<string, string>>;
type PartProps = { locale: Locale; actor: StaffActor; one: FindPageMan; hidden: Hidden };

const owns = (actor: StaffActor, its: FoundCase) => can(actor, 'find.match', its.assigneeId === actor.staffId);

async function CaseLink({ locale, its }: { locale: Locale; its: FoundCase }) {
  const t = await getTranslations('find.man');
  return (
    <a href={`/${locale}/desk/cases/${its.caseId}#finds`} className="target">
      <span className="name-of-the-dead">{fullName(its)}</span>
      <span className="minor ml-2 whitespace-nowrap text-muted">{t('case', { number: its.number })}</span>
    </a>
  );
}

async function Matched({ locale, actor, one, its, hidden }: PartProps & { its: FoundCase }) {
  const t = await getTranslations('find.man');
  return (
    <div className="my-2">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <Tag tone="good">{t('matched')}</Tag>
        <CaseLink locale={locale} its={its} />
      </p>
      {owns(actor, its) && (
        <DeskAct
          summary={t('part')}
          action={partFoundManAction}
          hidden={{ ...hidden, caseId: one.case?.caseId ?? '' }}
          fields={[{ name: 'reason', kind: 'textarea', label: t('reason'), required: true, maxLength: 1000, rows: 2 }]}
          submit={t('part')}
        />
      )}
    </div>
  );
}

async function Proposals({ locale, actor, one, hidden }: PartProps) {
  const t = await getTranslations('find.man');
  return (
    <div className="my-3">
      <PartHeading>{t('proposals')}</PartHeading>
      <p className="measure mb-2 text-muted">{t(one.proposals.length > 0 ? 'proposalsHint' : 'noProposals')}</p>
      <ol>
        {one.proposals.map((proposal, at) => (
          <li key={proposal.caseId} className="border-line border-t py-3 first:border-t-0">
            <Proposal {...{ locale, actor, one, hidden, proposal }} open={at === 0} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type ProposalProps = PartProps & { proposal: FindPageMan['proposals'][number]; open: boolean };

async function Proposal({ locale, actor, hidden, proposal, open }: ProposalProps) {
  const t = await getTranslations('find.man');
  const words = await candidateWords();
  const its = proposal.case;
  const pair = { ...hidden, caseId: its.caseId };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <CaseLink locale={locale} its={its} />
        <Tag tone={bandTones[proposal.band]}>{words.band(proposal.band)}</Tag>
        <CaseStatus status={its.status} words={await caseWords()} />
      </p>
      <Disclosure summary={t('compare')} open={open}>
        <CandidateCompared
          left={t('case', { number: its.number })}
          right={t('onFind')}
          lines={linesOf(proposal)}
          sum={proposal.bits}
        />
      </Disclosure>
      {owns(actor, its) ? (
        <>
          <DeskAct summary={t('match')} action={matchFoundManAction} hidden={pair} submit={t('match')}>
            <p className="measure text-muted">{t('matchHint')}</p>
          </DeskAct>
          <DeskAct
            summary={t('refuse')}
            action={refuseFoundManAction}
            hidden={pair}
            fields={[
              { name: 'reason', kind: 'textarea', label: t('reason'), required: true, maxLength: 1000, rows: 2 },
            ]}
            submit={t('refuse')}
          />
        </>
      ) : (
        <p className="minor text-muted">{its.assignee ? t('notYours', { name: its.assignee }) : t('notTaken')}</p>
      )}
    </>
  );
}

const linesOf = ({ verdicts }: FindPageMan['proposals'][number]): ComparedLine[] =>
  verdicts
    .filter(({ left, right }) => left || right)
    .map((verdict) => ({ field: verdict.field, left: verdict.left, right: verdict.right, verdict }));

async function Refused({ locale, one }: { locale: Locale; one: FindPageMan }) {
  const t = await getTranslations('find.man');
  const { day } = await days();
  return (
    <Disclosure summary={t('refused', { n: one.refused.length })}>
      <ul>
        {one.refused.map(({ caseId, case: its, reason, by, refusedAt }) => (
          <li key={caseId} className="py-2">
            <CaseLink locale={locale} its={its} />
            <span className="minor ml-3 text-muted">{t('matchedBy', { by, day: day(refusedAt) })}</span>
            <Quoted>{reason}</Quoted>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
