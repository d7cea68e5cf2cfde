import { getTranslations } from 'next-intl/server';
import { FieldGroups } from '@/components/form/field-groups';
import type { FieldSpec } from '@/components/form/types';
import { type Address, addressWith } from './address';
import { Button, ButtonLink } from './button';

/**
 * The filter above a list: a plain form that asks by address. The fields show what the address says; sorting is kept, the page
 * begins anew.
 */
export async function FilterForm({ address, fields }: { address: Address; fields: readonly FieldSpec[] }) {
  const t = await getTranslations('ui.filter');
  const names = fields.map((field) => field.name);
  const cleared = Object.fromEntries([...names, 'page'].map((name) => [name, undefined]));
  const kept = Object.entries(address.params).filter(
    ([name, value]) => value && name !== 'page' && !names.includes(name),
  );
  return (
    <form action={address.path} method="get" className="mb-[1.250em] border-line border-y py-[0.9em] print:hidden">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FieldGroups
        compact
        fields={fields}
        formId="filter"
        carried={(name) => address.params[name] ?? ''}
        errorOf={() => undefined}
        texts={{ choose: t('any'), required: '' }}
      />
      <div className="mt-[0.9em] flex flex-wrap gap-[0.75em]">
        <Button look="secondary">{t('apply')}</Button>
        {names.some((name) => address.params[name]) && (
          <ButtonLink href={addressWith(address, cleared)} look="quiet">
            {t('clear')}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
