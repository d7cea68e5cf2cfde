import { getTranslations } from 'next-intl/server';
import { removeFilterAction, saveFilterAction } from '@/app/actions/my-work';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import { formTexts } from '@/components/form/texts';
import { type Address, addressWith } from '@/components/ui/address';
import { Disclosure } from '@/components/ui/disclosure';
import { filterOf, type SavedFilter } from '@/domain/desk/saved-filters';

/** Filters of one's own under the name one gave them, and the one shown now kept under a name. */
export async function SavedFilters({ address, saved }: { address: Address; saved: readonly SavedFilter[] }) {
  const t = await getTranslations('queue.saved');
  const shown = filterOf(addressWith(address, {}).split('?')[1] ?? '');
  if (saved.length === 0 && !shown) return null;
  return (
    <div className="mb-4 print:hidden">
      {saved.length > 0 && (
        <nav aria-label={t('title')} className="flex flex-wrap items-baseline gap-x-5">
          <span className="minor text-muted">{t('title')}</span>
          <ul className="flex flex-wrap gap-x-5">
            {saved.map(({ filterId, name, query }) => (
              <li key={filterId}>
                <a
                  href={`${address.path}?${query}`}
                  aria-current={query === shown ? 'true' : undefined}
                  className={`target no-underline hover:underline ${query === shown ? 'font-semibold text-ink' : ''}`}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="flex flex-wrap items-start gap-x-7 [&>*]:my-0 [&>details[open]]:basis-full">
        {shown && (
          <Disclosure summary={t('save')}>
            <ActionForm
              action={saveFilterAction}
              token={crypto.randomUUID()}
              compact
              texts={await formTexts()}
              submit={t('saveSubmit')}
              fields={[
                { name: 'query', kind: 'hidden', label: 'query', value: shown },
                {
                  name: 'name',
                  kind: 'text',
                  label: t('name'),
                  hint: t('nameHint'),
                  required: true,
                  maxLength: 60,
                  width: 'medium',
                },
              ]}
            />
          </Disclosure>
        )}
        {saved.length > 0 && (
          <Disclosure summary={t('change')}>
            <ul>
              {saved.map(({ filterId, name }) => (
                <li key={filterId}>
                  <QuickAct action={removeFilterAction} stated={{ filterId }} label={t('remove', { name })} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </div>
  );
}
