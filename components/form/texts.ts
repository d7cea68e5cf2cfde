import { getTranslations } from 'next-intl/server';
import { checkCodes } from './check-field';
import type { FormTexts } from './types';

/** The words of a form in the reader's language; handed to `ActionForm` so that no translations travel to the browser. */
export async function formTexts(): Promise<FormTexts> {
  const t = await getTranslations('form');
  return {
    problem: t('problem'),
    required: t('required'),
    pending: t('pending'),
    done: t('done'),
    lost: t('lost'),
    choose: t('choose'),
    errors: Object.fromEntries(checkCodes.map((code) => [code, t(`errors.${code}`)])),
  };
}
