import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FormAction } from '@/components/form/types';
import { Notice } from '@/components/ui/notice';
import { countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';
import { countryTodayOptions } from './burial-place-fields';

type Props = {
  action: FormAction;
  place: { id: string; version: number; countryToday: string | null; regionOnly: boolean };
  locale: Locale;
  mayDecide: boolean;
};

/** The country today: a manager's entry; everybody else reads it. */
export async function BurialPlaceCountry({ action, place, locale, mayDecide }: Props) {
  const t = await getTranslations('burialPlace');
  if (!mayDecide)
    return place.countryToday ? (
      <>
        <p>{countryName(place.countryToday, locale)}</p>
        {place.regionOnly && <p className="text-muted">{t('regionOnlyShort')}</p>}
      </>
    ) : (
      <p className="measure">{t('waitsForManager')}</p>
    );
  return (
    <>
      {!place.countryToday && <Notice tone="attention" title={t('noCountryYet')} />}
      <ActionForm
        action={action}
        token={crypto.randomUUID()}
        keep
        fields={[
          { name: 'burialPlaceId', kind: 'hidden', label: '', value: place.id },
          { name: 'version', kind: 'hidden', label: '', value: String(place.version) },
          {
            name: 'countryToday',
            kind: 'select',
            label: t('field.countryToday'),
            hint: t('hint.countryToday'),
            required: true,
            width: 'medium',
            options: countryTodayOptions(locale),
            value: place.countryToday ?? '',
          },
          {
            name: 'regionOnly',
            kind: 'checkbox',
            label: t('field.regionOnly'),
            hint: t('hint.regionOnly'),
            value: place.regionOnly ? 'on' : '',
          },
        ]}
        check={{ countryToday: 'required' }}
        submit={t('submitCountry')}
        texts={await formTexts()}
      />
    </>
  );
}
