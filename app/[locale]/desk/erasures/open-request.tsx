import { getTranslations } from 'next-intl/server';
import { carryOutErasureAction, declineErasureAction } from '@/app/actions/erasure';
import { days } from '@/components/desk/days';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import type { OpenErasure } from '@/domain/applications/erasure-requests';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';

/** One wish to be erased, with all that would follow, and the two ways to decide. */
export async function OpenRequest({ request, locale }: { request: OpenErasure; locale: Locale }) {
  const t = await getTranslations('erasures');
  const { day } = await days();
  const { soldier, caseNumber, reference, applicantName } = request;
  return (
    <article>
      <h3 className="title-3">
        {applicantName}, {reference}
      </h3>
      <p className="minor mb-3 text-muted">
        <a href={`/${locale}/desk/cases/${request.caseId}`} className="target">
          {t('case', { number: caseNumber, name: fullName(soldier) })}
        </a>
        {' · '}
        {t('asked', { day: day(request.askedAt) })}
      </p>
      <DefinitionList
        items={[
          { term: t('reason'), value: request.reason },
          { term: t('goes'), value: [t('holds', request.holds), t('soldier')].join('\n') },
          { term: t('stays'), value: await staying(request) },
          { term: t('tell'), value: await telling(request) },
        ]}
      />
      <Acts request={request} />
    </article>
  );
}

async function staying({ others, published }: OpenErasure): Promise<string> {
  const t = await getTranslations('erasures');
  return [
    t('staysText'),
    others > 0 ? t('family.some', { n: others }) : t('family.none'),
    published ? t('published') : '',
  ]
    .filter(Boolean)
    .join('\n');
}

async function telling({ reach: { email, telephone, postalAddress } }: OpenErasure): Promise<string> {
  const t = await getTranslations('erasures');
  if (email) return t('tellMail', { email });
  return t('tellBefore', { reach: [telephone, postalAddress].filter(Boolean).join('; ') });
}

async function Acts({ request: { requestId, notes } }: { request: OpenErasure }) {
  const t = await getTranslations('erasures');
  const { day } = await days();
  const texts = await formTexts();
  const hidden: FieldSpec = { name: 'requestId', kind: 'hidden', label: '', value: requestId };
  const ticked: FieldSpec[] =
    notes.length === 0
      ? []
      : [
          {
            name: 'noteIds',
            kind: 'checkboxes',
            label: t('notes'),
            hint: t('notesHint'),
            value: notes
              .filter(({ mentions }) => mentions)
              .map(({ id }) => id)
              .join(','),
            options: notes.map(({ id, text, writtenAt }) => ({ value: id, label: `${day(writtenAt)}: ${text}` })),
          },
        ];
  return (
    <div className="mt-2 print:hidden">
      <Disclosure summary={t('carryOutMore')}>
        <ActionForm
          id={`carry-out-${requestId}`}
          action={carryOutErasureAction}
          token={crypto.randomUUID()}
          fields={[hidden, ...ticked]}
          submit={t('carryOut')}
          danger
          texts={texts}
        />
      </Disclosure>
      <Disclosure summary={t('declineMore')}>
        <ActionForm
          id={`decline-${requestId}`}
          action={declineErasureAction}
          token={crypto.randomUUID()}
          fields={[
            hidden,
            { name: 'note', kind: 'textarea', label: t('note'), hint: t('noteHint'), required: true, maxLength: 1000 },
          ]}
          check={{ note: 'required' }}
          submit={t('decline')}
          texts={texts}
        />
      </Disclosure>
    </div>
  );
}
