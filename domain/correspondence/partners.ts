/** Bodies that work along with us: museums, archives, commissariats, squads, scientists. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { partners } from '@/db/schema';
import { command } from '../command';
import { isCountryToday } from '../countries';
import { read } from '../database';
import { newId } from '../identity';
import { flag, line, oneOf, requiredLine, text, version, whole } from '../input';
import { DomainError } from '../result';
import { partnerKinds } from './partner-kinds';

const shaped = (shape: RegExp, max: number, code: 'input.email' | 'partner.website') =>
  line(max).check(z.refine((value) => value === '' || shape.test(value), { error: () => code }));

const shape = {
  kind: oneOf(partnerKinds),
  country: requiredLine(2).check(z.refine(isCountryToday, { error: () => 'input.choose' })),
  nameKk: line(300),
  nameRu: line(300),
  nameEn: line(300),
  contactName: line(),
  email: shaped(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]{2,}$/, 254, 'input.email'),
  telephone: line(100),
  address: text(500),
  website: shaped(/^https?:\/\/[^\s"'<>]+$/i, 300, 'partner.website'),
  holds: text(),
  note: text(),
  language: oneOf(['kk', 'ru', 'en']),
  answersIn: whole(1, 730),
};

type Shape = {
  [Field in keyof typeof shape]: z.infer<(typeof shape)[Field]>;
};

/** A name left out in one language is told in another. @throws DomainError `partner.no-name` at the field `nameRu` */
function columnsOf({ nameKk, nameRu, nameEn, country, ...rest }: Shape) {
  const any = nameRu || nameKk || nameEn;
  if (!any) throw new DomainError('input.invalid', { nameRu: 'partner.no-name' });
  const name = { kk: nameKk || any, ru: nameRu || any, en: nameEn || any };
  return { ...rest, country: country as string, name };
}

/** Enters a body or a person who works along. `answersIn`: calendar days in which an answer is usually expected. */
export const enterPartner = command('partner.write', z.strictObject(shape), async (input, { tx, record }) => {
  const partnerId = newId();
  await tx.insert(partners).values({ id: partnerId, ...columnsOf(input) });
  record({ kind: 'partner.entered', subjectId: partnerId, data: { partnerId } });
  return { partnerId };
});

/** Changes what is known of a partner; one out of use stays with its requests. @throws DomainError `partner.not-found`, `partner.stale` */
export const changePartner = command(
  'partner.write',
  z.strictObject({ partnerId: requiredLine(80), version: version(), inUse: flag(), ...shape }),
  async ({ partnerId, version, inUse, ...input }, { tx, record }) => {
    const [before] = await tx.select().from(partners).where(eq(partners.id, partnerId));
    if (!before) throw new DomainError('partner.not-found');
    const next = { ...columnsOf(input), inUse };
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]),
    );
    const changed = await tx
      .update(partners)
      .set({ ...next, version: version + 1 })
      .where(and(eq(partners.id, partnerId), eq(partners.version, version)))
      .returning({ id: partners.id });
    if (changed.length === 0) throw new DomainError('partner.stale');
    record({ kind: 'partner.changed', subjectId: partnerId, data: { partnerId, fields } });
  },
);

/** Somebody we still work with. @throws DomainError `partner.not-found` at the field `partnerId` for nobody, and for one out of use */
export async function refuseUnknownPartner(partnerId: string): Promise<void> {
  const [partner] = await read()
    .select({ id: partners.id })
    .from(partners)
    .where(and(eq(partners.id, partnerId), eq(partners.inUse, true)));
  if (!partner) throw new DomainError('input.invalid', { partnerId: 'partner.not-found' });
}
