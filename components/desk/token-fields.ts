import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import { can, type StaffActor } from '@/domain/permissions';
import { scopePermission, tokenLimits, tokenScopes } from '@/domain/staff/limits';

/** Days offered; any number up to the longest would do. */
const offered = [30, 90, 180, tokenLimits.days];

/** Fields of a new token; nobody is offered what they may not read themselves. */
export async function tokenFields(actor: StaffActor): Promise<FieldSpec[]> {
  const t = await getTranslations('tokens');
  return [
    {
      name: 'name',
      kind: 'text',
      label: t('name'),
      hint: t('nameHint'),
      required: true,
      maxLength: 100,
      autocomplete: 'off',
    },
    {
      name: 'scopes',
      kind: 'checkboxes',
      label: t('scopes'),
      required: true,
      options: tokenScopes
        .filter((scope) => can(actor, scopePermission[scope]))
        .map((scope) => ({ value: scope, label: t(`scope.${scope}`), hint: t(`scopeHint.${scope}`) })),
    },
    {
      name: 'days',
      kind: 'select',
      label: t('days'),
      required: true,
      width: 'short',
      value: String(offered[1]),
      options: offered.map((n) => ({
        value: String(n),
        label: n === tokenLimits.days ? t('year') : t('daysOf', { n }),
      })),
    },
  ];
}
