/** One case as a file of FamilySearch GEDCOM 7.0: what documents state and what is confirmed, each with its citation. */

import type { Fate } from '@/domain/cases/fates';
import { countryName } from '@/domain/countries';
import type { CaseExport, Stated } from '@/domain/open-data/case-export';
import { readDate } from '@/domain/partial-date';
import { type DocumentLanguage, wordsOf } from '../words';
import { gedcomDate } from './date';
import { linesOf, personalName, placeName, type Structure, text } from './lines';

type Parts = (Structure | null)[];

/** Fates that are a death. */
const deaths: readonly Fate[] = [
  ...(['killed', 'died-of-wounds', 'died-of-illness', 'died-in-captivity', 'died', 'executed'] as const),
];

/** @param today museum day `YYYY-MM-DD` on which the file is made */
export function caseAsGedcom(exported: CaseExport, language: DocumentLanguage, today: string): string {
  const { sought } = exported;
  const cite = citations(exported, language);
  const families = familiesOf(exported, cite);
  const soldier: Structure = {
    ...{ tag: 'INDI', xref: 'I1' },
    parts: [...whoHeWas(exported, language, cite), ...whatBecameOfHim(exported, language, cite), ...families.links],
  };
  const records = [
    headOf(language, today, sought.number),
    soldier,
    ...families.records,
    ...cite.records(),
    { tag: 'TRLR' },
  ];
  return `\uFEFF${records.flatMap((record) => linesOf(record)).join('\n')}\n`;
}

const headOf = (language: DocumentLanguage, today: string, number: number): Structure => ({
  tag: 'HEAD',
  parts: [
    { tag: 'GEDC', parts: [{ tag: 'VERS', value: '7.0' }] },
    { tag: 'SOUR', value: 'IZDEU', parts: [{ tag: 'NAME', value: 'Izdeu' }] },
    { tag: 'DATE', value: gedcomDate(today) },
    { tag: 'LANG', value: language },
    text('NOTE', wordsOf(language, 'gedcom')('note', { number })),
  ],
});

type Cite = { of(evidenceId: string | undefined): Structure | null; records(): Structure[] };

/** A record for each source that is cited, made when it is first needed. */
function citations({ sought, sourceOf }: CaseExport, language: DocumentLanguage): Cite {
  const titles: string[] = [];
  return {
    of(evidenceId) {
      const found = sought.evidence.find(({ id }) => id === evidenceId);
      if (!found) return null;
      const name = sourceOf.get(found.id);
      const title = name ? name[language] || name.ru : found.citation;
      if (!titles.includes(title)) titles.push(title);
      const page = name ? text('PAGE', found.citation) : null;
      return { tag: 'SOUR', value: { to: `S${titles.indexOf(title) + 1}` }, parts: [page] };
    },
    records: () => titles.map((title, at) => ({ tag: 'SOUR', xref: `S${at + 1}`, parts: [text('TITL', title)] })),
  };
}

const dateOf = (written: string): Structure | null => {
  if (readDate(written).edtf === null && written.trim() === '') return null;
  return { tag: 'DATE', value: gedcomDate(written), parts: [text('PHRASE', written)] };
};

function whoHeWas({ sought, sex, stated }: CaseExport, language: DocumentLanguage, cite: Cite): Parts {
  const t = wordsOf(language, 'gedcom');
  const { surname, givenName, patronymic, birth } = sought;
  const given = [givenName, patronymic].filter(Boolean);
  const attribute = (tag: string, type: string, known: Stated | undefined): Structure | null =>
    known ? { tag, value: known.value, parts: [text('TYPE', t(type)), cite.of(known.evidenceId)] } : null;
  const event = (tag: string, type: string, date: Stated | undefined, place: Stated | undefined): Structure | null =>
    date || place
      ? {
          tag,
          parts: [
            type === '' ? null : text('TYPE', t(type)),
            date ? dateOf(date.value) : null,
            text('PLAC', place ? placeOf(place.value) : ''),
            cite.of((place ?? date)?.evidenceId),
          ],
        }
      : null;
  const others = sought.otherSpellings
    .split(/[,;\n]+/)
    .map((name) => personalName(name, ''))
    .filter(Boolean);
  return [
    {
      ...{ tag: 'NAME', value: personalName(given.join(' '), surname) },
      parts: [...given.map((name) => text('GIVN', name)), text('SURN', surname), cite.of(stated.surname?.evidenceId)],
    },
    ...others.map((name) => ({ tag: 'NAME', value: name, parts: [{ tag: 'TYPE', value: 'AKA' }] })),
    { tag: 'SEX', value: sex || 'U' },
    birth.written || sought.birthPlace
      ? {
          tag: 'BIRT',
          parts: [
            dateOf(birth.written),
            text('PLAC', placeOf(sought.birthPlace)),
            cite.of((stated.birth ?? stated.birthPlace)?.evidenceId),
          ],
        }
      : null,
    event('RESI', '', undefined, stated.residence),
    event('EVEN', 'callUp', stated.draftDate, stated.draftPlace),
    attribute('FACT', 'rank', stated.rank),
    attribute('FACT', 'unit', stated.unit),
    { tag: 'REFN', value: String(sought.number), parts: [text('TYPE', t('caseNumber'))] },
    { tag: 'UID', value: sought.id },
  ];
}

function whatBecameOfHim({ sought }: CaseExport, language: DocumentLanguage, cite: Cite): Parts {
  const { conclusion, burials } = sought;
  if (!conclusion?.fate || conclusion.withheld) return [];
  const sourcesOf = conclusion.evidence.map(cite.of);
  const words = wordsOf(language, 'fate')(conclusion.fate);
  const date = dateOf(conclusion.fateDate?.written ?? '');
  const fate: Structure = deaths.includes(conclusion.fate)
    ? { tag: 'DEAT', ...(date ? {} : { value: 'Y' }), parts: [date, text('CAUS', words), ...sourcesOf] }
    : { tag: 'EVEN', parts: [text('TYPE', words), date, ...sourcesOf] };
  return [fate, ...burials.map((burial) => buried(burial, language, sourcesOf))];
}

type Burial = CaseExport['sought']['burials'][number];

/** Exact coordinates only of a marked, tended place: a file goes on to people we do not know. */
function buried({ kind, place }: Burial, language: DocumentLanguage, sourcesOf: Parts): Structure {
  const t = wordsOf(language, 'gedcom');
  const named = (to: DocumentLanguage) =>
    placeName([
      place.regionOnly ? '' : place.presentName[to],
      place.regionToday[to],
      place.countryToday && !place.regionOnly ? countryName(place.countryToday, to) : '',
    ]);
  const own = named(language);
  const reported = placeName([place.reportedName, place.reportedRegion, countryName(place.reportedCountry, language)]);
  const others = (['kk', 'ru', 'en'] as const).filter((to) => to !== language && named(to) !== '');
  const { marked, regionOnly, latitude, longitude } = place;
  const map: Structure | null =
    marked && !regionOnly && latitude !== null && longitude !== null
      ? {
          tag: 'MAP',
          parts: [
            { tag: 'LATI', value: degrees(latitude, 'N', 'S') },
            { tag: 'LONG', value: degrees(longitude, 'E', 'W') },
          ],
        }
      : null;
  const translated = others.map((to) => ({ tag: 'TRAN', value: named(to), parts: [{ tag: 'LANG', value: to }] }));
  return {
    tag: 'BURI',
    parts: [
      text('TYPE', wordsOf(language, 'burialKind')(kind)),
      own === '' ? text('PLAC', reported) : { tag: 'PLAC', value: own, parts: [map, ...translated] },
      text('NOTE', t('reported', { place: reported })),
      ...sourcesOf,
    ],
  };
}

const degrees = (value: number, positive: string, negative: string): string =>
  `${value < 0 ? negative : positive}${Math.abs(value)
    .toFixed(6)
    .replace(/\.?0+$/, '')}`;

/** As written, a comma parting its parts already. */
const placeOf = (written: string): string => placeName(written.split(','));

/** Parents and wife as persons of their own, tied by families. */
function familiesOf({ kin }: CaseExport, cite: Cite): { links: Parts; records: Structure[] } {
  const people = kin.map((one, at) => ({ ...one, xref: `I${at + 2}` }));
  const first = (relation: string) => people.find((one) => one.relation === relation);
  const [father, mother, wife] = [first('father'), first('mother'), first('wife')];
  const families = [
    father || mother
      ? {
          xref: 'F1',
          link: 'FAMC',
          parts: [role('HUSB', father?.xref), role('WIFE', mother?.xref), role('CHIL', 'I1')],
        }
      : null,
    wife ? { xref: 'F2', link: 'FAMS', parts: [role('HUSB', 'I1'), role('WIFE', wife.xref)] } : null,
  ].filter((family) => family !== null);
  const persons = [father, mother, wife].flatMap((one): Structure[] => {
    if (!one) return [];
    return [
      {
        ...{ tag: 'INDI', xref: one.xref },
        parts: [
          { tag: 'NAME', value: personalName(one.names.join(' '), ''), parts: [cite.of(one.evidenceId)] },
          { tag: 'SEX', value: one.relation === 'father' ? 'M' : 'F' },
          one.address === '' ? null : { tag: 'RESI', parts: [text('PLAC', placeOf(one.address))] },
          { tag: 'FAMS', value: { to: one.relation === 'wife' ? 'F2' : 'F1' } },
        ],
      },
    ];
  });
  return {
    links: families.map(({ xref, link }) => ({ tag: link, value: { to: xref } })),
    records: [...persons, ...families.map(({ xref, parts }) => ({ tag: 'FAM', xref, parts }))],
  };
}

const role = (tag: string, to: string | undefined): Structure | null => (to ? { tag, value: { to } } : null);
