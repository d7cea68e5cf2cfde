import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { answerLeadAction, eraseLeadAction, linkLeadAction, setLeadAsideAction } from '@/app/actions/finds';
import { deskActor } from '@/app/actions/session';
import { Quoted } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import type { FieldSpec } from '@/components/form/types';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type LeadPage, leadPage } from '@/domain/community/lead-queries';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { DeskAct } from '../../desk-act';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; leadId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'lead' });
  return { title: t('title') };
}

/** One message of the public: what it says, which cases may be meant, what was done. */
export default async function LeadOnePage({ params }: PageProps) {
  const { locale, leadId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const lead = await found(leadPage(actor, { leadId }));
  const t = await getTranslations('lead');
  const site = await getTranslations('site.languages');
  const { day, moment } = await days();
  return (
    <>
      <Breadcrumb
        items={[{ label: t('title'), href: `/${locale}/desk/leads` }, { label: t('number', { number: lead.number }) }]}
      />
      <PageHeading above={[t(`state.${lead.state}`), moment(lead.receivedAt)].join(', ')}>
        {t('number', { number: lead.number })}
      </PageHeading>
      {lead.erasedAt ? (
        <Notice title={t('erased')} />
      ) : (
        <Section title={t('text')}>
          <Quoted>{lead.text}</Quoted>
          <DefinitionList
            items={[
              { term: t('soldier'), value: lead.soldier },
              { term: t('knownFrom'), value: lead.knownFrom },
              { term: t('name'), value: lead.name },
              { term: t('contact'), value: lead.contact },
              { term: t('language'), value: site(lead.language) },
              ...(lead.about ? [{ term: t('from'), value: t(`about.${lead.about}`) }] : []),
            ]}
          />
        </Section>
      )}
      <Section title={t('decision')} id="decision">
        {lead.case && (
          <p className="mb-2">
            {t('case')}: <CaseLink locale={locale} its={lead.case} />
          </p>
        )}
        {lead.note && <Quoted>{lead.note}</Quoted>}
        {lead.decidedAt && (
          <p className="minor text-muted">{t('decided', { by: lead.by ?? '', day: day(lead.decidedAt) })}</p>
        )}
        {!lead.erasedAt && can(actor, 'lead.decide') && <Acts locale={locale} lead={lead} />}
      </Section>
    </>
  );
}

type Its = LeadPage['meant'][number];

function CaseLink({ locale, its }: { locale: Locale; its: Its }) {
  return (
    <a href={`/${locale}/desk/cases/${its.caseId}#finds`} className="target">
      <span className="name-of-the-dead">{fullName(its)}</span>
      <span className="minor ml-2 whitespace-nowrap text-muted">
        № {its.number}
        {its.birth && `, ${its.birth}`}
      </span>
    </a>
  );
}

async function Acts({ locale, lead }: { locale: Locale; lead: LeadPage }) {
  const t = await getTranslations('lead');
  const hidden = { leadId: lead.id, version: String(lead.version) };
  const note = (label: string): FieldSpec => ({
    name: 'note',
    kind: 'textarea',
    label,
    required: true,
    maxLength: 1000,
    rows: 3,
  });
  return (
    <>
      {lead.meant.length > 0 && (
        <>
          <h3 className="title-3 mt-4 mb-1">{t(lead.fromPage ? 'fromPage' : 'meant')}</h3>
          <ul>
            {lead.meant.map((its) => (
              <li key={its.caseId} className="flex flex-wrap items-center gap-x-6 border-line border-t py-2">
                <CaseLink locale={locale} its={its} />
                <DeskAct
                  action={linkLeadAction}
                  hidden={{ ...hidden, caseNumber: String(its.number) }}
                  submit={t('linkThis', { number: its.number })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <DeskAct
        summary={t('link')}
        action={linkLeadAction}
        hidden={hidden}
        fields={[
          {
            name: 'caseNumber',
            kind: 'text',
            inputMode: 'numeric',
            label: t('caseNumber'),
            required: true,
            maxLength: 9,
            width: 'short',
          },
          { ...note(t('note')), required: false },
        ]}
        submit={t('link')}
      />
      <DeskAct
        summary={t('answer')}
        action={answerLeadAction}
        hidden={hidden}
        fields={[note(t('answerNote'))]}
        submit={t('answer')}
      />
      <DeskAct
        summary={t('aside')}
        action={setLeadAsideAction}
        hidden={hidden}
        fields={[note(t('asideNote'))]}
        submit={t('aside')}
      />
      <DeskAct summary={t('erase')} action={eraseLeadAction} hidden={hidden} submit={t('erase')} danger>
        <p className="measure text-muted">{t('eraseHint')}</p>
      </DeskAct>
    </>
  );
}
