import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { changeSourceAction, orderSourcesAction } from '@/app/actions/sources';
import { sourceFields } from '@/components/desk/source-fields';
import { sourceWords } from '@/components/desk/source-words';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { countryName } from '@/domain/countries';
import { can, type StaffActor } from '@/domain/permissions';
import { sourceList } from '@/domain/reference-queries';
import { sourcePage } from '@/domain/sources/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; sourceKey: string }> };
type Page = Awaited<ReturnType<typeof sourcePage>>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'sources' });
  return { title: t('source') };
}

/** One source: what it is, how it is searched and cited, what came of it so far, and the forms that change it. */
export default async function SourcePage({ params }: PageProps) {
  const { locale, sourceKey } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(sourcePage(actor, { sourceKey }));
  const { source } = page;
  const t = await getTranslations('sources');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/sources` }, { label: source.name[locale] }]} />
      <PageHeading above={source.inUse ? undefined : <Tag tone="closed">{t('outOfUse')}</Tag>}>
        {source.name[locale]}
      </PageHeading>
      {source.note[locale] && <p className="measure mb-5">{source.note[locale]}</p>}
      <Facts page={page} locale={locale} />
      {can(actor, 'source.write') && <Change source={source} locale={locale} actor={actor} />}
    </>
  );
}

async function Facts({ page: { source, outcomes, records }, locale }: { page: Page; locale: Locale }) {
  const t = await getTranslations('sources');
  const outcomeName = await getTranslations('outcome');
  const format = await getFormatter();
  const words = await sourceWords();
  return (
    <Section title={t('facts')}>
      <DefinitionList
        items={[
          { term: t('kindLabel'), value: words.kind(source.kind) },
          { term: t('accessLabel'), value: words.access(source.access) },
          { term: t('country'), value: countryName(source.country, locale) },
          {
            term: t('site'),
            value: source.url && (
              <a href={source.url} target="_blank" rel="noreferrer" className="[overflow-wrap:anywhere]">
                {source.url}
              </a>
            ),
          },
          {
            term: t('searchAddress'),
            value: source.searchAddress && (
              <span className="[overflow-wrap:anywhere]" translate="no">
                {source.searchAddress}
              </span>
            ),
          },
          { term: t('citation'), value: words.citation(source.citationPattern) },
          { term: t('parts'), value: source.parts.map(({ name }) => name[locale]).join('\n') },
          { term: t('onList'), value: t(source.checklist && source.inUse ? 'yes' : 'no') },
          { term: t('records'), value: format.number(records) },
          {
            term: t('searched'),
            value:
              outcomes.length > 0
                ? outcomes.map(({ outcome, times }) => `${outcomeName(outcome)}: ${format.number(times)}`).join('\n')
                : t('never'),
          },
        ]}
      />
    </Section>
  );
}

async function Change({ source, locale, actor }: { source: Page['source']; locale: Locale; actor: StaffActor }) {
  const t = await getTranslations('sources');
  const texts = await formTexts();
  const key = { name: 'sourceKey', kind: 'hidden' as const, label: '', value: source.key };
  const place = (await sourceList(actor, {})).findIndex((one) => one.key === source.key) + 1;
  return (
    <>
      <Section title={t('orderTitle')} id="order">
        <ActionForm
          action={orderSourcesAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={[
            key,
            {
              ...{ name: 'place', kind: 'text', inputMode: 'numeric', width: 'short', required: true, maxLength: 4 },
              ...{ label: t('orderField'), value: String(place) },
            },
          ]}
          submit={t('orderSubmit')}
          texts={texts}
        />
      </Section>
      <Section title={t('changeTitle')} id="change">
        <ActionForm
          action={changeSourceAction}
          token={crypto.randomUUID()}
          compact
          keep
          fields={[
            key,
            { name: 'version', kind: 'hidden', label: '', value: String(source.version) },
            ...(await sourceFields(locale, source)),
          ]}
          submit={t('submitChange')}
          texts={texts}
        />
      </Section>
    </>
  );
}
