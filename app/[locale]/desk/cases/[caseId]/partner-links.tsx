import { getTranslations } from 'next-intl/server';
import { endPartnerLinkAction, givePartnerLinkAction } from '@/app/actions/partners';
import { CaseItem, PartHeading } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Tag } from '@/components/ui/tag';
import { partnerLinksOf } from '@/domain/correspondence/partner-links';
import { Act } from './act';
import type { View } from './view';

const tones = { open: 'wait', silent: 'attention', over: 'closed', ended: 'closed' } as const;

/** Whom this case was shown to by a link, and where one is given. */
export async function PartnerLinks({ view }: { view: View }) {
  const { links, agrees } = await partnerLinksOf(view.actor, { caseId: view.caseId });
  const t = await getTranslations('requests.link');
  const { day, moment } = await days();
  const mayShare = view.may('partner.share');
  if (links.length === 0 && !mayShare) return null;
  return (
    <>
      <PartHeading>{t('title')}</PartHeading>
      {links.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul>
        {links.map((link) => (
          <CaseItem
            key={link.id}
            title={link.partner[view.locale]}
            state={<Tag tone={tones[link.state]}>{t(`state.${link.state}`)}</Tag>}
            meta={[
              t('given', { day: day(link.givenAt), by: link.by }),
              t('until', { day: moment(link.endedAt ?? link.endsAt) }),
              t('opened', { n: link.openedCount }),
            ].join(' · ')}
          >
            {mayShare && (link.state === 'open' || link.state === 'silent') && (
              <Act
                view={view}
                action={endPartnerLinkAction}
                hidden={{ caseId: view.caseId, linkId: link.id }}
                submit={t('end')}
              />
            )}
          </CaseItem>
        ))}
      </ul>
      {mayShare && !agrees && <p className="measure text-muted">{t('noConsent')}</p>}
      {mayShare && agrees && (
        <Act
          view={view}
          action={givePartnerLinkAction}
          summary={t('give')}
          submit={t('giveSubmit')}
          fields={[
            {
              name: 'partnerId',
              kind: 'select',
              label: t('partner'),
              required: true,
              options: view.partners
                .filter(({ inUse }) => inUse)
                .map(({ id, name }) => ({ value: id, label: name[view.locale] })),
            },
            {
              name: 'days',
              kind: 'text',
              label: t('days'),
              hint: t('daysHint'),
              inputMode: 'numeric',
              required: true,
              value: '14',
              width: 'short',
            },
          ]}
        >
          <p className="measure mb-3 text-muted">{t('lead')}</p>
        </Act>
      )}
    </>
  );
}
