import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { consentKinds } from '@/domain/applications/fields';
import type { Tracked } from '@/domain/applications/tracking';

/** Every consent with its full text, when it was given or taken back, and the button that changes it. */
export async function TrackConsents({
  consents,
  actions,
  texts,
}: {
  consents: Tracked['consents'];
  actions: { give: FormAction; takeBack: FormAction };
  texts: FormTexts;
}) {
  const t = await getTranslations('track.consents');
  const field = await getTranslations('field');
  const format = await getFormatter();
  const day = (at: number) => format.dateTime(at, { dateStyle: 'long' });
  return (
    <Section title={t('title')} aside={t('aside')} id="consents">
      <ul>
        {consentKinds.map((kind) => {
          const last = consents.filter((consent) => consent.kind === kind).at(-1);
          const given = last && last.revokedAt === null;
          return (
            <li key={kind} className="border-line border-t py-4 first:border-t-0 first:pt-0">
              <p className="title-3 measure">{field(`consent-${kind}.label`)}</p>
              <p className="text-muted">
                {!last && t('never')}
                {last && given && t('given', { date: day(last.givenAt), how: t(`how.${last.how}`) })}
                {last?.revokedAt && t('revoked', { date: day(last.revokedAt) })}
              </p>
              {last && given && <p className="text-muted">{t('version', { version: last.textVersion })}</p>}
              {last && given && last.how === 'word-of-mouth' && (
                <p className="text-muted">
                  {last.confirmedAt ? t('confirmed', { date: day(last.confirmedAt) }) : t('notConfirmed')}
                </p>
              )}
              <Disclosure
                summary={
                  <>
                    {t(given ? 'takeBackMore' : 'giveMore')}
                    <span className="sr-only">: {field(`consent-${kind}.label`)}</span>
                  </>
                }
              >
                <p className="measure">{field(`consent-${kind}.hint`)}</p>
                {given && (
                  <div className="measure mt-4">
                    <p className="font-semibold">{t('follows.title')}</p>
                    <p className="mt-1">{t(`follows.${kind}`)}</p>
                  </div>
                )}
                <ActionForm
                  action={given ? actions.takeBack : actions.give}
                  token={crypto.randomUUID()}
                  fields={[{ name: 'kind', kind: 'hidden', label: '', value: kind }]}
                  submit={t(given ? 'takeBack' : 'give')}
                  danger={given === true}
                  texts={texts}
                />
              </Disclosure>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
