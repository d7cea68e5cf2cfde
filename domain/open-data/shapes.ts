/**
 * What the interface for programs answers, as schemas: the types of the domain's answers and the OpenAPI document are both read off
 * them, so that neither can say something else. Nothing here belongs to an applicant.
 */
import * as z from 'zod/mini';
import { burialKinds, burialPrecisions, fates } from '../cases/fates';
import { statuses } from '../cases/pipeline';
import { params } from '../statistics/catalogue';

/** Schemas with a name of their own in the document. */
export const shapes = z.registry<{ id: string; description: string }>();

const named = <Schema extends z.ZodMiniType>(id: string, description: string, schema: Schema): Schema => {
  shapes.add(schema, { id, description });
  return schema;
};
const said = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

const id = () => said(z.string(), 'Identifier of ours.');
const moment = (what: string) => said(z.iso.datetime(), `${what}, UTC.`);
const text = (what: string) => said(z.string(), `${what}; empty where nobody said.`);
const country = (what: string) => said(z.nullable(z.string()), `${what}, ISO 3166 code of two letters.`);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values);
const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: said(z.nullable(z.string()), 'Cursor of the next page; null on the last.'),
  });

export const names = named(
  'Names',
  'A name in Kazakh, Russian and English; empty where there is none.',
  z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }),
);

export const writtenDate = named(
  'WrittenDate',
  'A date as written, as EDTF (ISO 8601-2) and as its outermost days; the latter null where it could not be read.',
  z.strictObject({
    written: z.string(),
    edtf: z.nullable(z.string()),
    earliest: z.nullable(z.string()),
    latest: z.nullable(z.string()),
  }),
);

const soldier = {
  surname: text('Surname as entered'),
  givenName: text('Given name'),
  patronymic: text("Patronymic or father's name"),
  birth: writtenDate,
};

const fate = said(oneOf(fates), 'What became of him.');
const kind = said(oneOf(burialKinds), 'Where he was laid first, a reburial, or unknown which.');
const precision = said(oneOf(burialPrecisions), 'How exactly the place is known.');

export const burialPlace = named(
  'BurialPlace',
  'A grave or site as the report named it and as it is today. Exact coordinates: of unmarked graves never to be published.',
  z.strictObject({
    id: id(),
    reportedName: text('Name as reported'),
    reportedRegion: text('Region as reported'),
    reportedCountry: said(z.string(), 'Country as reported, ISO 3166 code, former states included.'),
    presentName: names,
    regionToday: names,
    countryToday: country('Country today; null until a manager says'),
    latitude: z.nullable(z.number()),
    longitude: z.nullable(z.number()),
    coordinatePrecision: z.nullable(oneOf(burialPrecisions)),
    marked: said(z.boolean(), 'A marked, tended cemetery or memorial.'),
    regionOnly: said(z.boolean(), 'Disputed: shown to the public by its region alone.'),
  }),
);

const caseLineFields = {
  id: id(),
  number: said(z.int(), 'Number of the case in the register.'),
  origin: said(oneOf(['application', 'find', 'grave-list']), 'What the case began from.'),
  status: oneOf(statuses),
  statusSince: moment('Since when it stands so'),
  receivedAt: moment('When it began'),
  ...soldier,
  birthPlace: text('Place of birth as written'),
  draftPlace: text('Where he was called up, as written'),
};

export const caseLine = named('CaseLine', 'One case, in short.', z.strictObject(caseLineFields));

export const caseWhole = named(
  'Case',
  'One case: the soldier, where was searched, on what it rests and what was confirmed. Nothing of the applicants is in it.',
  z.strictObject({
    ...caseLineFields,
    otherSpellings: text('Other spellings of the name'),
    joinedInto: said(z.nullable(z.string()), 'The case it was joined to as the same man.'),
    searches: z.array(
      z.strictObject({
        source: said(z.string(), 'Key of the source.'),
        outcome: oneOf(['found', 'nothing', 'impossible', 'not-applicable']),
        searchedAt: moment('When'),
      }),
    ),
    evidence: z.array(
      z.strictObject({
        id: id(),
        recordId: said(z.nullable(z.int()), 'The record of the archive index, where it is one.'),
        citation: z.string(),
      }),
    ),
    conclusion: said(
      z.nullable(
        z.strictObject({
          withheld: said(z.boolean(), 'A fate that is not released: it is told to nobody outside, nor here.'),
          fate: z.nullable(fate),
          fateDate: z.nullable(writtenDate),
          confirmedAt: z.nullable(moment('When it was confirmed')),
          evidence: said(z.array(z.string()), 'Identifiers of the evidence it rests on.'),
        }),
      ),
      'The confirmed conclusion; null while there is none.',
    ),
    burials: z.array(z.strictObject({ id: id(), kind, precision, place: burialPlace })),
  }),
);

export const staffBurial = named(
  'Burial',
  'One confirmed burial in force, published or not.',
  z.strictObject({
    id: id(),
    caseId: id(),
    caseNumber: z.int(),
    ...soldier,
    fate,
    fateDate: writtenDate,
    kind,
    precision,
    establishedAt: moment('When it was established'),
    published: said(z.boolean(), 'It stands in the public register.'),
    place: burialPlace,
  }),
);

const point = z.nullable(
  z.strictObject({
    latitude: z.number(),
    longitude: z.number(),
    approximate: said(z.boolean(), "The settlement's or the region's point, not the grave's."),
  }),
);

const publicPlace = {
  reportedName: text('Name as reported'),
  reportedRegion: text('Region as reported'),
  reportedCountry: said(z.string(), 'Country as reported, ISO 3166 code, former states included.'),
  presentName: said(z.nullable(names), 'Null where a disputed place is shown by its region alone.'),
  regionToday: names,
  countryToday: country('Country today; null where it is not told'),
};

export const publishedBurial = named(
  'PublishedBurial',
  'One entry of the public register of the returned names.',
  z.strictObject({
    id: id(),
    ...soldier,
    fate,
    fateDate: writtenDate,
    kind,
    precision,
    ...publicPlace,
    point,
    memoryPageId: said(z.nullable(z.string()), 'His memory page, where there is one to read.'),
  }),
);

const publishedPlaceFields = {
  ...publicPlace,
  approximate: said(
    z.nullable(z.boolean()),
    "The settlement's or the region's point, not the grave's; null without a point.",
  ),
  soldiers: said(z.int(), 'Published soldiers who lie there.'),
  burials: said(z.array(z.string()), 'Their entries in the register.'),
};

export const placeFeatures = named(
  'BurialPlaces',
  'Published burial places as GeoJSON (RFC 7946); without a geometry where no position may be told.',
  z.strictObject({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.strictObject({
        type: z.literal('Feature'),
        id: id(),
        geometry: z.nullable(
          z.strictObject({
            type: z.literal('Point'),
            coordinates: said(
              z.array(z.number()).check(z.minLength(2), z.maxLength(2)),
              'Longitude and latitude in degrees, WGS 84.',
            ),
          }),
        ),
        properties: z.strictObject(publishedPlaceFields),
      }),
    ),
  }),
);

const recordFields = {
  id: said(z.int(), 'Number in the archive index.'),
  source: said(z.string(), 'Key of the source.'),
  sourceRecordId: text("The document's number in its source"),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  birth: z.string(),
  birthPlace: z.string(),
  lossDate: z.string(),
  lossPlace: z.string(),
  rank: z.string(),
  unit: z.string(),
  fate: z.string(),
  citation: z.string(),
  url: z.string(),
};

export const foundRecord = named(
  'FoundRecord',
  'A record of the archive index that answers the question; every value exactly as written there.',
  z.strictObject({
    ...recordFields,
    score: said(z.number(), 'Bits for his being the man asked for, to one decimal.'),
    band: said(oneOf(['likely', 'possible', 'unlikely']), 'The score in a word.'),
  }),
);

export const archiveRecord = named(
  'ArchiveRecord',
  'One row of one source about one man, every value exactly as written there.',
  z.strictObject({
    ...recordFields,
    version: said(z.int(), 'Of the row in its source, from 1.'),
    superseded: said(z.boolean(), 'A later version of it is in the index.'),
    sex: z.string(),
    residence: z.string(),
    draftDate: z.string(),
    draftPlace: z.string(),
    primaryBurial: z.string(),
    currentBurial: z.string(),
    burialCountry: z.string(),
    kin: z.string(),
    hospital: z.string(),
    captivity: z.string(),
    archive: z.string(),
    fond: z.string(),
    opis: z.string(),
    delo: z.string(),
    list: z.string(),
    notes: z.string(),
  }),
);

named('CasePage', 'A page of cases by their numbers.', page(caseLine));
named('BurialPage', 'A page of burials by their identifiers.', page(staffBurial));
named('PublishedBurialPage', 'A page of the public register by its identifiers.', page(publishedBurial));
named('RecordPage', 'A page of what was found, best first.', page(foundRecord));

named(
  'Problem',
  'A refusal (RFC 9457).',
  z.strictObject({
    type: z.literal('about:blank'),
    title: said(z.string(), "The status in HTTP's words."),
    status: z.int(),
    code: said(z.string(), 'For the program: it stays the same in every language.'),
    detail: said(z.string(), 'For whoever reads along, in the language of `Accept-Language`.'),
    fields: z.optional(z.array(z.strictObject({ name: z.string(), code: z.string(), detail: z.string() }))),
  }),
);

const columns = z.array(z.strictObject({ key: z.string(), kind: oneOf(['dimension', 'count', 'share', 'days']) }));

export const statisticList = named(
  'StatisticList',
  'The catalogue of statistics with their definitions in words.',
  z.strictObject({
    items: z.array(
      z.strictObject({
        key: said(z.string(), 'By which its values are asked for.'),
        group: oneOf(['where', 'flow', 'work']),
        audience: said(oneOf(['public', 'manager']), 'Who may read it.'),
        params: z.array(oneOf(params)),
        columns: said(columns, 'Of a row.'),
        figures: said(columns, 'Beside the rows, in `totals`.'),
        title: names,
        definition: names,
      }),
    ),
  }),
);

named(
  'Statistic',
  'The values of one statistic, rows as the catalogue describes its columns.',
  z.strictObject({
    key: z.string(),
    params: said(z.record(z.string(), z.string()), 'As they were applied.'),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    totals: z.record(z.string(), z.union([z.number(), z.null()])),
    open: z.optional(said(z.int(), 'Still open on that day: what is not finished is not counted as finished.')),
  }),
);

named(
  'BurialsByCountry',
  'Applications with an established primary burial by country.',
  z.strictObject({
    at: said(z.iso.date(), 'The museum day at whose end it stood so.'),
    applications: said(z.int(), 'Applications received.'),
    established: said(z.int(), 'Of these with the primary burial established; the countries sum to it.'),
    soldiers: z.int(),
    countries: z.array(z.strictObject({ country: said(z.string(), 'ISO 3166 code.'), count: z.int() })),
  }),
);
