import { getTranslations } from 'next-intl/server';
import { type Address, addressWith } from '@/components/ui/address';
import { Button } from '@/components/ui/button';
import { statuses } from '@/domain/cases/pipeline';
import { caseViews } from '@/domain/cases/queries';
import type { StaffLine } from '@/domain/staff/queries';

type Filter = { text: string; status: string; assignee: string; view: (typeof caseViews)[number] };

/** What to list: ready views as links, everything else as a form that leads to an address. */
export async function CaseFilter({
  address,
  filter,
  staff,
  canConfirm,
}: {
  address: Address;
  filter: Filter;
  staff: readonly StaffLine[];
  canConfirm: boolean;
}) {
  const t = await getTranslations('queue');
  const ui = await getTranslations('ui.filter');
  const status = await getTranslations('status');
  const views = caseViews.filter((view) => view !== 'to-confirm' || canConfirm);
  const isNarrowed = Boolean(filter.text || filter.status || filter.assignee);
  return (
    <search className="mb-5 block print:hidden">
      <ul className="flex flex-wrap gap-x-5 border-line border-b" aria-label={t('views')}>
        {views.map((view) => (
          <li key={view}>
            <a
              href={addressWith(address, { view: view === 'all' ? undefined : view, page: undefined })}
              aria-current={view === filter.view ? 'true' : undefined}
              className={`target border-b-[3px] no-underline hover:border-rule ${view === filter.view ? 'border-ribbon font-semibold text-ink' : 'border-transparent'}`}
            >
              {t(`view.${view}`)}
            </a>
          </li>
        ))}
      </ul>
      <form action={address.path} className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        {(['view', 'sort', 'direction'] as const).map(
          (name) => address.params[name] && <input key={name} type="hidden" name={name} value={address.params[name]} />,
        )}
        <label className="min-w-0 grow basis-60 sm:max-w-[24rem]">
          <span className="block font-semibold">{t('list.text')}</span>
          <input type="search" name="text" defaultValue={filter.text} maxLength={200} className="control" />
        </label>
        <label className="min-w-0 basis-56 max-sm:grow">
          <span className="block font-semibold">{t('column.status')}</span>
          <select name="status" defaultValue={filter.status} className="control">
            <option value="">{ui('any')}</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {status(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="min-w-0 basis-56 max-sm:grow">
          <span className="block font-semibold">{t('column.assignee')}</span>
          <select name="assignee" defaultValue={filter.assignee} className="control">
            <option value="">{ui('any')}</option>
            {staff
              .filter((one) => one.role !== 'administrator')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </select>
        </label>
        <Button look="secondary">{ui('apply')}</Button>
        {isNarrowed && (
          <a
            href={addressWith(address, { text: undefined, status: undefined, assignee: undefined, page: undefined })}
            className="target"
          >
            {ui('clear')}
          </a>
        )}
      </form>
    </search>
  );
}
