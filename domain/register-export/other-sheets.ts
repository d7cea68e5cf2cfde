/** Where they lie, and the notes of staff. */
import { asc, eq, gt } from 'drizzle-orm';
import { burialPlaces, burials, cases, notes, staff } from '@/db/schema';
import { read } from '../database';
import { country, day, type ExportSheet, rowsAtOnce } from './columns';

const burialsAfter = (id: string) =>
  read()
    .select({ row: burials, place: burialPlaces, soldier: cases })
    .from(burials)
    .innerJoin(cases, eq(cases.id, burials.caseId))
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(gt(burials.id, id))
    .orderBy(asc(burials.id))
    .limit(rowsAtOnce);
type BurialLine = Awaited<ReturnType<typeof burialsAfter>>[number];

export const burialsSheet: ExportSheet<BurialLine> = {
  key: 'burials',
  next: (after) => burialsAfter(after?.row.id ?? ''),
  columns: [
    { key: 'case', width: 9, cell: ({ soldier }) => soldier.number },
    { key: 'surname', width: 18, cell: ({ soldier }) => soldier.surname },
    { key: 'givenName', width: 16, cell: ({ soldier }) => soldier.givenName },
    { key: 'patronymic', width: 18, cell: ({ soldier }) => soldier.patronymic },
    { key: 'burialKind', width: 18, cell: ({ row }, { text }) => text(`burialKind.${row.kind}`) },
    { key: 'precision', width: 18, cell: ({ row }, { text }) => text(`precision.${row.precision}`) },
    { key: 'burialPlace', width: 40, cell: ({ place }) => place.reportedName },
    { key: 'reportedRegion', width: 24, cell: ({ place }) => place.reportedRegion },
    { key: 'reportedCountry', width: 18, cell: ({ place }, words) => country(place.reportedCountry, words) },
    { key: 'placeToday', width: 30, cell: ({ place }, { language }) => place.presentName[language] },
    { key: 'regionToday', width: 24, cell: ({ place }, { language }) => place.regionToday[language] },
    { key: 'countryToday', width: 18, cell: ({ place }, words) => country(place.countryToday, words) },
    { key: 'latitude', width: 11, cell: ({ place }) => place.latitude },
    { key: 'longitude', width: 11, cell: ({ place }) => place.longitude },
    { key: 'established', width: 12, cell: ({ row }) => day(row.establishedAt) },
    { key: 'ended', width: 12, cell: ({ row }) => day(row.endedAt) },
  ],
};

const notesAfter = (id: string) =>
  read()
    .select({ row: notes, number: cases.number, by: staff.name })
    .from(notes)
    .innerJoin(cases, eq(cases.id, notes.caseId))
    .leftJoin(staff, eq(staff.id, notes.writtenBy))
    .where(gt(notes.id, id))
    .orderBy(asc(notes.id))
    .limit(rowsAtOnce);
type NoteLine = Awaited<ReturnType<typeof notesAfter>>[number];

export const notesSheet: ExportSheet<NoteLine> = {
  key: 'notes',
  next: (after) => notesAfter(after?.row.id ?? ''),
  columns: [
    { key: 'case', width: 9, cell: ({ number }) => number },
    { key: 'writtenOn', width: 12, cell: ({ row }) => day(row.writtenAt) },
    { key: 'writtenBy', width: 22, cell: ({ by }) => by },
    { key: 'note', width: 80, cell: ({ row }) => row.text },
  ],
};
