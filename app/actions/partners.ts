'use server';
/** Forms about partners, and links that show them one case for a time. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { endPartnerLink, givePartnerLink } from '@/domain/correspondence/partner-links';
import { changePartner, enterPartner } from '@/domain/correspondence/partners';
import { env } from '@/env';
import { pageLocale } from './action';
import { deskAction } from './desk-action';

export const enterPartnerAction = deskAction(enterPartner, async ({ partnerId }) =>
  redirect(`/${await pageLocale()}/desk/partners/${partnerId}`),
);
export const changePartnerAction = deskAction(changePartner);
export const endPartnerLinkAction = deskAction(endPartnerLink);

/** The address is told once, in the answer itself: it stands nowhere else. */
export const givePartnerLinkAction = deskAction(givePartnerLink, async ({ token }) => {
  const locale = await pageLocale();
  const t = await getTranslations({ locale, namespace: 'requests.link' });
  return t('told', { address: `${env.baseUrl}/${locale}/shared/${token}` });
});
