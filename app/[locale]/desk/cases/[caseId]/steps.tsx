import { getTranslations } from 'next-intl/server';
import {
  assignCaseAction,
  extendTermAction,
  joinCasesAction,
  moveCaseAction,
  partCaseAction,
  takeCaseAction,
} from '@/app/actions/desk';
import { releaseCaseAction, setTaskAction, takeBackCaseAction } from '@/app/actions/my-work';
import { days } from '@/components/desk/days';
import { colleagueOptions, taskFields } from '@/components/desk/task-fields';
import { QuickAct } from '@/components/form/quick-act';
import { Notice } from '@/components/ui/notice';
import { termsInUse } from '@/domain/cases/terms-in-use';
import { standingHandOver } from '@/domain/desk/handing';
import { fullName } from '@/domain/names';
import { holidayCalendar } from '@/domain/working-calendar';
import { addMonths, addWorkingDays, dayOf } from '@/domain/working-days';
import { Act, Acts, seen } from './act';
import type { View } from './view';

/** What can be done with the case as a whole: take, hand over, move, extend, join, part. */
export async function CaseSteps({ view }: { view: View }) {
  const t = await getTranslations('case.steps');
  const { line, joinedInto, extendedTo } = view.page;
  const { ofDay } = await days();
  const handedTo = await standingHandOver(view.actor, { caseId: view.caseId });
  const isStanding = line.status !== 'joined' && line.status !== 'withdrawn';
  return (
    <>
      {joinedInto && (
        <Notice title={t('joinedInto')}>
          <a href={`/${view.locale}/desk/cases/${joinedInto.caseId}`}>
            № {joinedInto.number}, {fullName(joinedInto)}
          </a>
        </Notice>
      )}
      {view.isOpen && !view.may('case.move') && line.assignee && <p className="mb-2 text-muted">{t('readOnly')}</p>}
      {line.status === 'under-review' && (
        <p className="mb-2">
          <a href="#conclusion" className="target">
            {t(view.may('conclusion.decide') ? 'decide' : 'review')}
          </a>
        </p>
      )}
      {extendedTo && <p className="mb-2 text-muted">{t('extendedTo', { day: ofDay(extendedTo) })}</p>}
      {!line.assigneeId && view.isOpen && view.may('case.take') && (
        <Act view={view} action={takeCaseAction} submit={t('take')} hidden={seen(view)} />
      )}
      {handedTo && (
        <div className="mb-2 flex flex-wrap items-baseline gap-x-5">
          <span className="text-muted">{t('takeBackHint', { name: handedTo.to })}</span>
          <QuickAct action={takeBackCaseAction} stated={seen(view)} label={t('takeBack')} />
        </div>
      )}
      {(line.status === 'received' || line.status === 'checking') && line.applications > 0 && (
        <p className="mb-2 text-muted">{t('forwardBy', { day: ofDay(await forwardBy(line.receivedAt)) })}</p>
      )}
      <Acts>
        {view.may('case.move') && <Move view={view} />}
        {isStanding && view.may('case.assign') && <Assign view={view} />}
        {view.isOpen && line.assigneeId && view.may('case.assign') && <Release view={view} />}
        {view.may('task.write') && <SetTask view={view} />}
        {view.isOpen && line.due?.kind === 'first-answer' && view.may('case.extend') && <Extend view={view} />}
        {line.status !== 'joined' && view.may('case.join') && <Join view={view} />}
        {line.status === 'joined' && view.may('case.join') && (
          <Act
            view={view}
            action={partCaseAction}
            hidden={seen(view)}
            summary={t('part')}
            submit={t('partSubmit')}
            fields={[
              { name: 'reason', kind: 'textarea', label: t('reason'), required: true, rows: 2, maxLength: 4000 },
            ]}
          />
        )}
      </Acts>
    </>
  );
}

async function Move({ view }: { view: View }) {
  const t = await getTranslations('case.steps');
  const status = await getTranslations('status');
  const errors = await getTranslations('errors');
  const { moves } = view.page;
  if (moves.length === 0) return null;
  return (
    <Act
      view={view}
      action={moveCaseAction}
      hidden={seen(view)}
      summary={t('move')}
      submit={t('moveSubmit')}
      fields={[
        {
          name: 'to',
          kind: 'radio',
          label: t('to'),
          required: true,
          options: moves.map(({ to, back, refusal }) => ({
            value: to,
            label: status(to),
            hint: [back ? t('back') : '', refusal ? errors(refusal) : ''].filter(Boolean).join(' '),
          })),
        },
        {
          name: 'reason',
          kind: 'textarea',
          label: t('reason'),
          hint: moves.some(({ back }) => back) ? t('reasonHint') : '',
          rows: 2,
          maxLength: 4000,
        },
      ]}
    />
  );
}

async function Assign({ view }: { view: View }) {
  const t = await getTranslations('case.steps');
  const { assigneeId } = view.page.line;
  const others = view.staff.filter((one) => one.id !== assigneeId);
  return (
    <Act
      view={view}
      action={assignCaseAction}
      hidden={seen(view)}
      summary={assigneeId ? t('handOver') : t('assign')}
      submit={assigneeId ? t('handOverSubmit') : t('assignSubmit')}
      fields={[
        {
          name: 'assigneeId',
          kind: 'select',
          label: t('assignee'),
          required: true,
          options: await colleagueOptions(others, view.actor.staffId),
        },
        { name: 'note', kind: 'textarea', label: t('note'), hint: t('noteHint'), rows: 2, maxLength: 4000 },
      ]}
    />
  );
}

async function Release({ view }: { view: View }) {
  const t = await getTranslations('case.steps');
  return (
    <Act
      view={view}
      action={releaseCaseAction}
      hidden={seen(view)}
      summary={t('release')}
      submit={t('releaseSubmit')}
      fields={[
        {
          name: 'note',
          kind: 'textarea',
          label: t('releaseNote'),
          hint: t('releaseHint'),
          rows: 2,
          maxLength: 4000,
        },
      ]}
    />
  );
}

async function SetTask({ view }: { view: View }) {
  const t = await getTranslations('task');
  return (
    <Act
      view={view}
      action={setTaskAction}
      summary={t('set')}
      submit={t('setSubmit')}
      fields={await taskFields(view.staff, view.actor.staffId, view.today)}
    />
  );
}

/** The day by which a case that is not ours goes on to another body. */
async function forwardBy(receivedAt: number): Promise<string> {
  return addWorkingDays(dayOf(receivedAt), (await termsInUse()).forwarding, await holidayCalendar());
}

async function Extend({ view }: { view: View }) {
  const t = await getTranslations('case.steps');
  const last = addMonths(view.today, 2);
  return (
    <Act
      view={view}
      action={extendTermAction}
      hidden={seen(view)}
      summary={t('extend')}
      submit={t('extendSubmit')}
      fields={[
        {
          name: 'to',
          kind: 'text',
          label: t('extendTo'),
          hint: t('extendHint', { last }),
          value: last,
          required: true,
          width: 'short',
        },
        { name: 'reason', kind: 'textarea', label: t('reason'), required: true, rows: 2, maxLength: 4000 },
      ]}
    />
  );
}

async function Join({ view }: { view: View }) {
  const t = await getTranslations('case.steps');
  return (
    <Act
      view={view}
      action={joinCasesAction}
      hidden={seen(view)}
      id="join"
      summary={t('join')}
      submit={t('joinSubmit')}
      open={view.chosen.join !== ''}
      fields={[
        {
          name: 'intoNumber',
          kind: 'text',
          label: t('joinNumber'),
          hint: t('joinHint'),
          value: view.chosen.join,
          required: true,
          inputMode: 'numeric',
          width: 'short',
        },
        { name: 'reason', kind: 'textarea', label: t('reason'), required: true, rows: 2, maxLength: 4000 },
      ]}
    />
  );
}
