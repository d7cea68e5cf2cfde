/** Records of the archive index for programs, found by a question; the index as a whole is not given out: it is other bodies' work. */
import * as z from 'zod/mini';
import { findRecords } from '../archive/find';
import { questionShape } from '../archive/question';
import { recordsByIds } from '../archive/records';
import { query } from '../command';
import { whole } from '../input';
import { DomainError } from '../result';
import { cursor, cursorAfter, limit, type PageOf } from './cursor';
import { recordReading } from './reading';
import type { archiveRecord, foundRecord } from './shapes';

/**
 * Records that answer a question, best first, 200 at most; the first page leaves an event. The fields of the question are those of the lookup on the desk.
 * @throws DomainError `input.invalid` when nothing is asked that can be found
 */
export const openRecords = query(
  'archive.read',
  z.strictObject({ ...questionShape, limit: limit(), cursor: cursor() }),
  async ({ limit: most, cursor: after, ...question }, actor): Promise<PageOf<z.infer<typeof foundRecord>>> => {
    if (!/^\d{0,3}$/.test(after)) throw new DomainError('input.invalid', { cursor: 'input.unknown' });
    const offset = Number(after);
    const { total, records } = await findRecords(actor, { ...question, limit: most, offset });
    if (after === '') await recordReading(actor, { kind: 'lookup.made', data: { results: total } });
    const end = offset + records.length;
    return {
      items: records.map(({ recordId, sourceKey, verdicts: _, facts: __, ...record }) => ({
        ...{ id: recordId, source: sourceKey },
        ...record,
      })),
      next: records.length > 0 && end < total ? cursorAfter(end) : null,
    };
  },
);

/** One record as written in its source. @throws DomainError `archive.not-found` */
export const openRecord = query(
  'archive.read',
  z.strictObject({ recordId: whole(1, Number.MAX_SAFE_INTEGER) }),
  async ({ recordId }): Promise<z.infer<typeof archiveRecord>> => {
    const row = (await recordsByIds([recordId])).get(recordId);
    if (!row) throw new DomainError('archive.not-found');
    const { sourceKey, sourceRecordId, version, superseded, record } = row;
    return { ...record, id: recordId, source: sourceKey, sourceRecordId, version, superseded };
  },
);
