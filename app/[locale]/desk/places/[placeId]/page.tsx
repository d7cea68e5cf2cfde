import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { changePlaceAction } from '@/app/actions/places';
import { deskActor } from '@/app/actions/session';
import { PlacesBeside } from '@/components/desk/place-beside';
import { placeFields } from '@/components/desk/place-fields';
import { PlaceNames } from '@/components/desk/place-names';
import { placeName } from '@/components/desk/place-words';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { countryName } from '@/domain/countries';
import { can } from '@/domain/permissions';
import { placePage } from '@/domain/places/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; placeId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'place' });
  return { title: t('one') };
}

/** One place: its names by time, what it lay in, what lies in it, and the form that changes all this. */
export default async function PlacePage({ params }: PageProps) {
  const { locale, placeId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const { place, parents, within } = await found(placePage(actor, { placeId }));
  const t = await getTranslations('place');
  const byTime = [...parents].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const position = place.latitude === null ? null : `${place.latitude}, ${place.longitude}`;
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/places` }, { label: t('one') }]} />
      <PageHeading above={t(`kind.${place.kind}`)}>{placeName(place, locale)}</PageHeading>
      <Section title={t('names')}>
        <PlaceNames names={place.names} />
      </Section>
      <Section title={t('parents')}>
        <PlacesBeside places={byTime} locale={locale} none={t('noParents')} />
      </Section>
      <Section title={t('facts')}>
        <DefinitionList
          items={[
            { term: t('field.country'), value: countryName(place.country, locale) },
            { term: t('position'), value: position },
            { term: t('field.source'), value: place.source },
            { term: t('number'), value: String(place.number) },
          ]}
        />
      </Section>
      {within.length > 0 && (
        <Section title={t('within', { n: within.length })}>
          <PlacesBeside places={within} locale={locale} none="" />
        </Section>
      )}
      {can(actor, 'place.write') && (
        <Section title={t('changeTitle')}>
          <ActionForm
            action={changePlaceAction}
            token={crypto.randomUUID()}
            compact
            keep
            fields={[
              { name: 'placeId', kind: 'hidden', label: '', value: place.id },
              { name: 'version', kind: 'hidden', label: '', value: String(place.version) },
              ...(await placeFields(locale, place, parents)),
            ]}
            submit={t('submitChange')}
            texts={await formTexts()}
          />
        </Section>
      )}
    </>
  );
}
