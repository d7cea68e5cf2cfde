import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { logSearchAction } from '@/app/actions/sources';
import { days } from '@/components/desk/days';
import { SourceState } from '@/components/desk/search-outcome';
import { sourceWords } from '@/components/desk/source-words';
import { ActionForm } from '@/components/form/action-form';
import { QuickAct } from '@/components/form/quick-act';
import type { FieldSpec, FormTexts } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import type { ChecklistSource } from '@/domain/sources/checklist';
import { searchOutcomes } from '@/domain/sources/words';
import type { Locale } from '@/messages/routing';
import { SearchesOfSource } from './searches';

export type SourcePartProps = {
  source: ChecklistSource;
  locale: Locale;
  caseId: string;
  /** The man's name as the case has it. */
  name: string;
  mayLog: boolean;
  /** The first one that is left: its form stands open. */
  isNext: boolean;
  texts: FormTexts;
};

/** One source: what it is, its searches ready to be opened, what was searched, and what is to be logged. */
export async function SourcePart(props: SourcePartProps) {
  const { source, locale, mayLog } = props;
  const t = await getTranslations('checklist');
  const words = await sourceWords();
  const { day } = await days();
  const left = source.parts.filter(({ key }) => source.partsLeft.includes(key)).map(({ name }) => name[locale]);
  return (
    <li id={`source-${source.key}`} className="border-line border-t py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="title-2">{source.name[locale]}</h2>
        <SourceState source={source} />
      </div>
      <p className="measure mt-1">{source.note[locale]}</p>
      <p className="minor measure mt-1 text-muted">
        {t('meta', {
          kind: words.kind(source.kind),
          access: words.access(source.access),
          citation: words.citation(source.citationPattern),
        })}
      </p>
      {source.request && (
        <p className="mt-2">
          {t('waitingFor', { partner: source.request.partner[locale], since: day(source.request.since) })}
        </p>
      )}
      {left.length > 0 && source.searches.length > 0 && (
        <p className="mt-2 max-w-[60rem]">{t('partsLeft', { list: left.join(', ') })}</p>
      )}
      <Ways {...props} />
      <SearchesOfSource {...props} />
      {mayLog && <Log {...props} />}
    </li>
  );
}

/** How to search it: the site, our own index, the prefilled searches. */
async function Ways({ source, locale, caseId, name }: SourcePartProps) {
  const t = await getTranslations('checklist');
  const lookup = new URLSearchParams({ case: caseId, text: name, source: source.key });
  return (
    <>
      <p className="flex flex-wrap gap-x-6">
        {source.url && <Elsewhere href={source.url}>{t('toSite')}</Elsewhere>}
        {source.records > 0 && (
          <a href={`/${locale}/desk/archive?${lookup}`} className="target">
            {t('inOurIndex', { n: source.records })}
          </a>
        )}
      </p>
      {source.addresses.length > 0 && (
        <Disclosure summary={t('addresses', { n: source.addresses.length })} open={!source.isCovered}>
          <p className="minor measure text-muted">{t('addressHint')}</p>
          <ul className="gap-x-8 sm:columns-2 lg:columns-3" translate="no">
            {source.addresses.map(({ written, address }) => (
              <li key={address} className="name-of-the-dead break-inside-avoid">
                <Elsewhere href={address}>{written}</Elsewhere>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

async function Elsewhere({ href, children }: { href: string; children: ReactNode }) {
  const t = await getTranslations('checklist');
  return (
    <a href={href} target="_blank" rel="noreferrer" className="target [overflow-wrap:anywhere]">
      {children}
      <span className="sr-only"> ({t('newTab')})</span>
    </a>
  );
}

/** "Nothing found" is one press; everything else is said in a form. */
async function Log({ source, locale, caseId, name, isNext, texts }: SourcePartProps) {
  const t = await getTranslations('checklist');
  const outcomeName = await getTranslations('outcome');
  const about: FieldSpec[] = [
    { name: 'caseId', kind: 'hidden', label: '', value: caseId },
    { name: 'sourceKey', kind: 'hidden', label: '', value: source.key },
  ];
  const parts: FieldSpec[] =
    source.parts.length > 0
      ? [
          {
            ...{ name: 'parts', kind: 'checkboxes', label: t('whichParts'), hint: t('whichPartsHint') },
            options: source.parts.map(({ key, name: part }) => ({ value: key, label: part[locale] })),
          },
        ]
      : [];
  return (
    <div className="flex flex-wrap items-start gap-x-7 print:hidden [&>*]:my-0 [&>details[open]]:basis-full">
      {!source.isCovered && (
        <QuickAct
          action={logSearchAction}
          label={t('nothing')}
          about={source.name[locale]}
          stated={{
            ...{ caseId, sourceKey: source.key, outcome: 'nothing', asked: name },
            // Pressed twice it is logged once.
            idempotency: crypto.randomUUID(),
          }}
        />
      )}
      <Disclosure summary={<Labelled text={t('log')} source={source.name[locale]} />} open={isNext}>
        <div className="max-w-[56rem] pb-2">
          <ActionForm
            action={logSearchAction}
            token={crypto.randomUUID()}
            texts={texts}
            compact
            submit={t('logSubmit')}
            fields={[
              ...about,
              {
                ...{ name: 'outcome', kind: 'radio', label: t('outcome'), required: true },
                options: searchOutcomes.map((value) => ({ value, label: outcomeName(value) })),
              },
              ...parts,
              { name: 'asked', kind: 'text', label: t('asked'), value: name, maxLength: 500, width: 'full' },
              { name: 'reason', kind: 'textarea', rows: 2, label: t('why'), hint: t('whyHint'), maxLength: 1000 },
            ]}
          />
        </div>
      </Disclosure>
    </div>
  );
}

const Labelled = ({ text, source }: { text: string; source: string }) => (
  <>
    {text}
    <span className="sr-only">: {source}</span>
  </>
);
