import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { changeBurialPlaceAction } from '@/app/actions/burial-places';
import { setCountryTodayAction } from '@/app/actions/desk';
import { deskActor } from '@/app/actions/session';
import { BurialPlaceCountry } from '@/components/desk/burial-place-country';
import { burialPlaceCheck, burialPlaceFields } from '@/components/desk/burial-place-fields';
import { BurialPlaceSoldiers } from '@/components/desk/burial-place-soldiers';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { placeNow, placeThen } from '@/components/site/burial-place-words';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading, Section } from '@/components/ui/headings';
import { burialPlacePage } from '@/domain/burials/queries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; burialPlaceId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'burialPlace' });
  return { title: t('one') };
}

/** One burial place: the country today first, then who lies there, then the place itself. */
export default async function BurialPlacePage({ params }: PageProps) {
  const { locale, burialPlaceId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const { place, soldiers } = await found(burialPlacePage(actor, { burialPlaceId }));
  const t = await getTranslations('burialPlace');
  const today = placeNow(place, locale);
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/burials` }, { label: t('one') }]} />
      <PageHeading>{placeThen(place, locale)}</PageHeading>
      {today && <p className="measure mb-[1.25em] text-muted">{t('now', { place: today })}</p>}
      <Section title={t('column.countryToday')}>
        <BurialPlaceCountry
          action={setCountryTodayAction}
          place={place}
          locale={locale}
          mayDecide={can(actor, 'burial-place.set-country')}
        />
      </Section>
      <Section title={t('soldiers')}>
        <BurialPlaceSoldiers soldiers={soldiers} locale={locale} />
      </Section>
      {can(actor, 'burial-place.write') && (
        <Section title={t('changeTitle')}>
          <ActionForm
            action={changeBurialPlaceAction}
            token={crypto.randomUUID()}
            compact
            keep
            fields={[
              { name: 'burialPlaceId', kind: 'hidden', label: '', value: place.id },
              { name: 'version', kind: 'hidden', label: '', value: String(place.version) },
              ...(await burialPlaceFields(locale, place)),
            ]}
            check={burialPlaceCheck}
            submit={t('submitChange')}
            texts={await formTexts()}
          />
        </Section>
      )}
    </>
  );
}
