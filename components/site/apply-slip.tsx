import { getTranslations } from 'next-intl/server';

/** What is kept on paper: the soldier's name, the reference and the access code, large enough to be copied by hand. */
export async function ApplySlip({ name, reference, code }: { name: string; reference: string; code: string }) {
  const t = await getTranslations('apply.sent');
  return (
    <dl className="max-w-[44rem] break-inside-avoid border-2 border-ink bg-white px-5 py-5 sm:px-8 sm:py-7">
      <div>
        <dt className="text-muted">{t('soldier')}</dt>
        <dd className="name-of-the-dead text-[1.25em] leading-snug">{name}</dd>
      </div>
      <div className="mt-5">
        <dt className="text-muted">{t('reference')}</dt>
        <dd className="figures-aligned font-semibold text-[1.75em] tracking-[0.06em]">{reference}</dd>
      </div>
      <div className="mt-4 border-line border-t pt-4">
        <dt className="text-muted">{t('code')}</dt>
        <dd className="figures-aligned whitespace-nowrap font-semibold text-[min(1.75em,7.2vw)] tracking-[0.04em] xs:tracking-[0.06em]">
          {code}
        </dd>
      </div>
    </dl>
  );
}
