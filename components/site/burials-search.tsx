import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import type { Facet } from '@/domain/burials/public';
import { countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';
import { inLanguage } from './burial-place-words';
import type { RegisterAsked } from './burials-register';

export type RegisterWays = { countries: Facet[]; regions: Facet[] };

/** The search of the register: a plain form, whose answer is an address that can be sent on. */
export async function RegisterSearch(props: { locale: Locale; ways: RegisterWays; asked: RegisterAsked }) {
  const { locale, ways, asked } = props;
  const t = await getTranslations('burials');
  const counted = (name: string, n: number) => t('withCount', { name, n });
  // A place chosen on the map is asked for by its id, which nobody types.
  const place = isId(asked.place) ? '' : asked.place;
  return (
    <form
      action={`/${locale}/burials#register`}
      className="mb-[1.5em] grid max-w-[52rem] gap-x-6 gap-y-4 sm:grid-cols-2 print:hidden"
    >
      <TextField name="text" label={t('search')} hint={t('searchHint')} value={asked.text} />
      <TextField name="place" label={t('searchPlace')} hint={t('searchPlaceHint')} value={place} />
      <SelectField
        name="country"
        label={t('searchCountry')}
        value={asked.country}
        all={t('anywhere')}
        options={ways.countries.map(({ key, count }) => ({
          value: key,
          label: counted(countryName(key, locale), count),
        }))}
      />
      <SelectField
        name="region"
        label={t('searchRegion')}
        value={asked.region}
        all={t('anywhere')}
        options={ways.regions.map(({ key, name, count }) => ({
          value: key,
          label: counted(inLanguage(name, locale), count),
        }))}
      />
      {asked.as && <input type="hidden" name="as" value={asked.as} />}
      <div>
        <Button look="secondary">{t('find')}</Button>
      </div>
    </form>
  );
}

export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

function TextField({ name, label, hint, value }: { name: string; label: string; hint: string; value: string }) {
  return (
    <label className="grid min-w-0 content-start gap-1">
      <span className="font-semibold">{label}</span>
      <span className="minor text-muted">{hint}</span>
      <input name={name} defaultValue={value} maxLength={200} className="control" type="search" />
    </label>
  );
}

function SelectField(props: {
  name: string;
  label: string;
  value: string;
  all: string;
  options: { value: string; label: string }[];
}) {
  return (
    <label className="grid min-w-0 content-start gap-1">
      <span className="font-semibold">{props.label}</span>
      <select name={props.name} defaultValue={props.value} className="control">
        <option value="">{props.all}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
