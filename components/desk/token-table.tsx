import { getTranslations } from 'next-intl/server';
import { QuickAct } from '@/components/form/quick-act';
import type { FormAction } from '@/components/form/types';
import { EmptyState } from '@/components/ui/empty-state';
import type { Tone } from '@/components/ui/mark';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { TokenLine } from '@/domain/staff/tokens';
import { days } from './days';

const tones: Readonly<Record<TokenLine['state'], Tone>> = { 'in-force': 'good', ended: 'closed', expired: 'closed' };

type TokenTableProps = { tokens: TokenLine[]; holders: boolean; end: FormAction };

/** Tokens, each to be ended here. `holders`: whose they are is said, too. */
export async function TokenTable({ tokens, holders, end }: TokenTableProps) {
  const t = await getTranslations('tokens');
  const { day } = await days();
  const columns: Column<TokenLine>[] = [
    { key: 'name', label: t('name'), heading: true, cell: ({ name }) => <span className="break-words">{name}</span> },
    { key: 'holder', label: t('holder'), cell: ({ holder }) => holder.name },
    {
      key: 'scopes',
      label: t('scopes'),
      cell: ({ scopes }) => (
        <ul>
          {scopes.map((scope) => (
            <li key={scope}>{t(`scope.${scope}`)}</li>
          ))}
        </ul>
      ),
    },
    { key: 'until', label: t('until'), cell: ({ endsAt }) => day(endsAt) },
    {
      key: 'used',
      label: t('used'),
      cell: ({ lastUsedAt, usedCount }) =>
        lastUsedAt === null ? t('never') : t('usedTimes', { date: day(lastUsedAt), n: usedCount }),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ id, name, state }) => (
        <>
          <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
          {state === 'in-force' && <QuickAct action={end} stated={{ tokenId: id }} label={t('end')} about={name} />}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t('found', { n: tokens.length })}
      phone="cards"
      columns={columns.filter(({ key }) => key !== 'holder' || holders)}
      rows={tokens}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
    />
  );
}
