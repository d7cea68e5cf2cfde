import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { sendAgainAction, tellByHandAction } from '@/app/actions/news';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { NewsDelivery } from '@/components/desk/news-delivery';
import { NewsToTell } from '@/components/desk/news-to-tell';
import { newsWords } from '@/components/desk/news-words';
import { formTexts } from '@/components/form/texts';
import { EmptyState } from '@/components/ui/empty-state';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { readyText } from '@/documents/mails/ready-text';
import { deliveryList, type NewsCounts, newsCounts, newsToTell } from '@/domain/news/queries';
import { env } from '@/env';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const views = ['all', 'undelivered', 'waiting', 'done'] as const;
/** People told in one sitting; the rest follows when these are done. */
const shown = 20;
const pageSize = 50;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'news' });
  return { title: t('title') };
}

/** News to families: whom we tell ourselves, and what became of every letter. */
export default async function NewsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const search = await searchParams;
  const view = choiceOf(search, 'view', views);
  const page = pageOf(search);
  const counts = await found(newsCounts(actor, {}));
  const toTell = await found(newsToTell(actor, { limit: shown }));
  const letters = await found(deliveryList(actor, { view, limit: pageSize, offset: (page - 1) * pageSize }));
  const t = await getTranslations('news');
  const texts = await formTexts();
  const path = `/${locale}/desk/news`;
  return (
    <>
      <PageHeading aside={<p className="text-muted">{t('aside', { n: counts.toTell })}</p>}>{t('title')}</PageHeading>
      <ServerNotice counts={counts} />
      <Section title={t('tell.title')} id="tell">
        {toTell.rows.length === 0 ? (
          <EmptyState title={t('tell.empty')}>{t('tell.next')}</EmptyState>
        ) : (
          <>
            <Lead>{t('tell.lead')}</Lead>
            <ul>
              {toTell.rows.map((row) => (
                <NewsToTell
                  key={row.noticeId}
                  locale={locale}
                  row={{ ...row, ready: readyText(row, env.baseUrl) }}
                  texts={texts}
                  tell={tellByHandAction}
                  sendAgain={sendAgainAction}
                />
              ))}
            </ul>
          </>
        )}
      </Section>
      <Section title={t('delivery.title')} id="delivery">
        <nav aria-label={t('delivery.views')} className="mb-3 print:hidden">
          <ul className="flex flex-wrap gap-x-6">
            {views.map((one) => (
              <li key={one}>
                <a
                  href={one === 'all' ? `${path}#delivery` : `${path}?view=${one}#delivery`}
                  aria-current={one === view ? 'page' : undefined}
                  className={`target ${one === view ? 'font-semibold text-ink no-underline' : ''}`}
                >
                  {t(`delivery.view.${one}`)}
                  {one === 'undelivered' && counts.undelivered > 0 && `: ${counts.undelivered}`}
                  {one === 'waiting' && counts.waiting > 0 && `: ${counts.waiting}`}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <NewsDelivery locale={locale} rows={letters.rows} />
        <Pager
          address={{ path, params: view === 'all' ? {} : { view } }}
          page={page}
          pageSize={pageSize}
          total={letters.total}
        />
      </Section>
    </>
  );
}

/** Why letters do not go out, when they do not. */
async function ServerNotice({ counts }: { counts: NewsCounts }) {
  const t = await getTranslations('news.server');
  const words = await newsWords();
  const { moment } = await days();
  const { trouble, waiting: n, isDemonstration } = counts;
  if (isDemonstration) return <Notice title={t('demonstration')}>{t('demonstrationText')}</Notice>;
  if (!env.mail)
    return (
      <Notice tone="attention" title={t('none')}>
        {t('noneText', { n })}
      </Notice>
    );
  if (!trouble) return null;
  return (
    <Notice tone="attention" title={t('trouble', { since: moment(trouble.since) })}>
      {t('troubleText', { n, said: words.answer(trouble.said) })}
    </Notice>
  );
}
