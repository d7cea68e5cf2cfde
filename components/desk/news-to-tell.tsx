import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import type { ToTell } from '@/domain/news/queries';
import { toldHows } from '@/domain/news/rules';
import type { Locale } from '@/messages/routing';
import { Quoted } from './case-item';
import { CopyButton } from './copy-button';
import { days } from './days';
import { newsWords } from './news-words';

type Props = {
  locale: Locale;
  row: ToTell & { ready: string };
  texts: FormTexts;
  tell: FormAction;
  sendAgain: FormAction;
};

/** One person to be told by hand: who, what about, by which way, with which words, and how it went. */
export async function NewsToTell({ locale, row, texts, tell, sendAgain }: Props) {
  const t = await getTranslations('news');
  const language = await getTranslations('site.languages');
  const words = await newsWords();
  const { day } = await days();
  const hidden = { name: 'noticeId', label: 'noticeId', kind: 'hidden', value: row.noticeId } as const;
  return (
    <li className="border-line border-t py-5 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="title-3">{row.name || t('tell.nameless')}</h3>
        <span>{words.kind(row.kind, row.data.phase ?? '')}</span>
        {row.givenUp && <Tag tone="attention">{t('tell.mailFailed')}</Tag>}
      </div>
      <p className="minor mb-2 text-muted">
        <a href={`/${locale}/desk/cases/${row.caseId}`}>{t('tell.case', { number: row.caseNumber })}</a>
        {[
          row.reference,
          t('tell.since', { day: day(row.since) }),
          t('tell.language', { language: language(row.language) }),
          row.onBehalfOf && t('tell.for', { applicant: row.onBehalfOf }),
        ]
          .filter(Boolean)
          .map((part) => ` · ${part}`)}
      </p>
      <div className="grid gap-x-12 gap-y-3 lg:grid-cols-2">
        <div className="min-w-0">
          <DefinitionList items={await waysTo(row)} />
          {row.givenUp && <p className="minor mt-2 break-words text-refusal">{words.answer(row.lastAnswer)}</p>}
          {row.words && (
            <>
              <p className="minor mt-3 text-muted">{t('tell.words')}</p>
              <Quoted>{row.words}</Quoted>
            </>
          )}
        </div>
        <div className="min-w-0">
          <p className="minor text-muted">{t('tell.ready')}</p>
          <div lang={row.language} className="measure mt-1 break-words border-line border-l-2 pl-3 whitespace-pre-line">
            {row.ready}
          </div>
          <CopyButton text={row.ready} label={t('tell.copy')} done={t('tell.copied')} />
          <ContactLinks row={row} />
        </div>
      </div>
      <div className="mt-3 max-w-[40rem] print:hidden">
        <ActionForm
          action={tell}
          texts={texts}
          token={crypto.randomUUID()}
          submit={t('tell.submit')}
          compact
          fields={[
            hidden,
            {
              name: 'how',
              kind: 'select',
              label: t('tell.how'),
              required: true,
              options: toldHows.map((value) => ({ value, label: words.how(value) })),
            },
          ]}
        />
      </div>
      {row.canSend && (
        <Disclosure summary={t('again.summary')}>
          <div className="max-w-[40rem]">
            <ActionForm
              action={sendAgain}
              texts={texts}
              token={crypto.randomUUID()}
              submit={t('again.submit')}
              compact
              check={{ address: 'email' }}
              fields={[
                hidden,
                {
                  name: 'address',
                  kind: 'email',
                  label: t('again.address'),
                  hint: t(row.givenUp ? 'again.hint' : 'again.hintNew'),
                  required: !row.givenUp,
                },
              ]}
            />
          </div>
        </Disclosure>
      )}
    </li>
  );
}

async function waysTo(row: ToTell): Promise<Definition[]> {
  const t = await getTranslations('news.tell');
  const stated: Definition[] = [
    { term: t('soldier'), value: row.soldier && <span className="name-of-the-dead">{row.soldier}</span> },
    { term: t('telephone'), value: row.telephone },
    { term: t('post'), value: row.postalAddress },
    { term: t('email'), value: row.address },
  ];
  return stated.filter(({ value }) => Boolean(value));
}

/** Ways that open on the device of whoever sits here; nothing of ours goes anywhere before they send it. */
async function ContactLinks({ row }: { row: Props['row'] }) {
  const t = await getTranslations('news.tell');
  const text = encodeURIComponent(row.ready);
  const digits = row.dialled.replace('+', '');
  const number = row.dialled || row.telephone.replace(/[^+\d]/g, '');
  const links = [
    number && { href: `tel:${number}`, label: t('call') },
    number && { href: `sms:${number}?body=${text}`, label: t('sms') },
    digits && { href: `https://wa.me/${digits}?text=${text}`, label: t('whatsapp') },
    row.address && { href: `mailto:${encodeURIComponent(row.address)}?body=${text}`, label: t('mail') },
  ].filter((link) => typeof link === 'object');
  if (links.length === 0) return null;
  return (
    <>
      <ul className="mt-2 flex flex-wrap gap-x-6 print:hidden">
        {links.map(({ href, label }) => (
          <li key={label}>
            <a href={href} rel="noreferrer" className="target font-semibold">
              {label}
              <span className="sr-only">: {row.name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="minor text-muted print:hidden">{t('device')}</p>
    </>
  );
}
