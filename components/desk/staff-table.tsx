import { getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { StaffLine } from '@/domain/staff/queries';
import type { Locale } from '@/messages/routing';
import { days } from './days';

/** The members of staff, each leading to a page of its own. @param today `YYYY-MM-DD` */
export async function StaffTable({ staff, locale, today }: { staff: StaffLine[]; locale: Locale; today: string }) {
  const t = await getTranslations('staff');
  const role = await getTranslations('role');
  const { ofDay } = await days();
  return (
    <Table
      caption={t('found', { n: staff.length })}
      phone="cards"
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: (row) => <a href={`/${locale}/desk/staff/${row.id}`}>{row.name}</a>,
        },
        {
          key: 'email',
          label: t('email'),
          cell: (row) => <span className="[overflow-wrap:anywhere]">{row.email}</span>,
        },
        { key: 'role', label: t('role'), cell: (row) => role(row.role) },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StaffState member={row} />,
        },
        {
          key: 'confirms',
          label: t('confirmsUntil'),
          cell: (row) =>
            row.confirmsUntil && row.confirmsUntil >= today ? (
              ofDay(row.confirmsUntil)
            ) : (
              <span aria-hidden="true">–</span>
            ),
        },
      ]}
      rows={staff}
      rowKey={(row) => row.id}
    />
  );
}

/** Whether somebody can sign in. */
export async function StaffState({ member }: { member: StaffLine }) {
  const t = await getTranslations('staff.states');
  if (!member.active) return <Tag tone="closed">{t('ended')}</Tag>;
  return member.passwordChangeDue ? <Tag tone="wait">{t('oneTime')}</Tag> : <Tag tone="good">{t('active')}</Tag>;
}
