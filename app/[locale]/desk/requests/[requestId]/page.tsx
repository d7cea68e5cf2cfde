import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { RequestState, requestMeta } from '@/components/desk/request-words';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type RequestPage, requestPage } from '@/domain/correspondence/request-queries';
import { can, type StaffActor } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { Draft } from './draft';
import { RequestMen } from './men';
import { Reminders } from './reminders';
import { SentRequest } from './sent';

type PageProps = { params: Promise<{ locale: string; requestId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'requests' });
  return { title: t('one') };
}

/** Whether this person may go on with a request: every case it waits for is in their hands, or they are a manager. */
const mayWriteAll = (actor: StaffActor, { men }: RequestPage): boolean =>
  can(
    actor,
    'request.write',
    men.filter(({ outcome }) => outcome === null).every(({ assigneeId }) => assigneeId === actor.staffId),
  );

/** One request: what was asked of whom, what was answered about each man, what is due next. */
export default async function OneRequestPage({ params }: PageProps) {
  const { locale, requestId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const request = await found(requestPage(actor, { requestId }));
  const t = await getTranslations('requests');
  const { day } = await days();
  const mayWrite = mayWriteAll(actor, request);
  const part = { locale, actor, request, mayWrite };
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/requests` }, { label: t('one') }]} />
      <PageHeading
        above={<RequestState request={request} />}
        aside={
          <ButtonLink href={`/api/documents/requests/${requestId}`} look="secondary">
            {t('sheet')}
          </ButtonLink>
        }
      >
        {request.partner[locale]}
      </PageHeading>
      <p className="mb-4 text-muted">{await requestMeta(request)}</p>
      {request.givenUp && (
        <Notice title={t('givenUp', { day: day(request.givenUp.at) })}>
          <p className="whitespace-pre-line">{request.givenUp.reason}</p>
        </Notice>
      )}
      {request.state === 'draft' && mayWrite ? <Draft {...part} /> : <Written {...part} />}
      <RequestMen {...part} />
      {request.state === 'sent' && <SentRequest {...part} />}
      <Reminders {...part} />
    </>
  );
}

export type RequestPart = { locale: Locale; actor: StaffActor; request: RequestPage; mayWrite: boolean };

/** What was written, and to whom: it can no longer be changed. */
async function Written({ locale, request }: RequestPart) {
  const t = await getTranslations('requests');
  const language = await getTranslations('site.languages');
  const { body } = request;
  return (
    <Section title={t('text')}>
      <DefinitionList
        items={[
          {
            term: t('field.partner'),
            value: <a href={`/${locale}/desk/partners/${body.id}`}>{body.name[locale]}</a>,
          },
          { term: t('address'), value: [body.address, body.email, body.telephone].filter(Boolean).join('\n') },
          { term: t('field.source'), value: request.source[locale] },
          { term: t('field.language'), value: language(request.language) },
        ]}
      />
      <div className="measure my-3 border-line border-l-2 pl-3 whitespace-pre-line">{request.text}</div>
    </Section>
  );
}
