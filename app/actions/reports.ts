'use server';
/** Monthly and yearly reports. */
import { getTranslations } from 'next-intl/server';
import { askReport } from '@/domain/statistics/reports';
import { pageLocale } from './action';
import { deskAction } from './desk-action';

export const askReportAction = deskAction(askReport, async () => {
  const t = await getTranslations({ locale: await pageLocale(), namespace: 'reports' });
  return t('ask.asked');
});
