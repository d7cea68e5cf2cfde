/** Reads places as people wrote them, by the table of places. Pure; no database. */
import type { PlaceKind } from '@/db/schema/places';
import { foldPlace, isAdjective } from './fold';
import { bareName, type Found, NameIndex, type PlaceLine } from './name-index';
import { type Part, partsOf } from './parts';
import { PlaceTree } from './place-tree';
import type { Level } from './words';

export type { PlaceLine } from './name-index';

export type PlaceRead = {
  /** `places.number` of the oblast-level place; 0 unknown. */
  region: number;
  /** `#number` of a known place, else the name as written in small letters without words such as raion; '' not given. */
  district: string;
  settlement: string;
  /** Every known place named, settlement first, then those they ever lay in. */
  places: readonly number[];
};

const nowhere: PlaceRead = { region: 0, district: '', settlement: '', places: [] };
const anyKind: readonly PlaceKind[] = ['settlement', 'district', 'region', 'country'];
/** Every choice of kinds once, by bits in their order. */
const openKinds: readonly (readonly PlaceKind[])[] = Array.from({ length: 16 }, (_, bits) =>
  anyKind.filter((_, i) => bits & (2 ** i)),
);
const kindsOf: Readonly<Record<Exclude<Level, 'council'>, readonly PlaceKind[]>> = {
  country: ['country', 'region'],
  region: ['region'],
  district: ['district'],
  settlement: ['settlement'],
};
/** How alike a name must be to one of a small, named set; to a settlement, of which the table knows few; to anything. */
const least = { region: 0.72, districtWithin: 0.72, district: 0.84, settlement: 0.86, any: 0.86 };
/** What a name loses when it says raion and the place is a town. */
const offKind = 0.15;
const mostRead = 500;
const between = /[,;:()\n]/;
const mostCached = 50_000;

type Reading = { country: number[]; region: number[]; district: Side; settlement: Side; council: string };
type Side = { numbers: number[]; text: string };

export class Gazetteer {
  readonly #lines = new Map<number, PlaceLine>();
  readonly #tree: PlaceTree;
  readonly #names: NameIndex;
  readonly #pieces = new Map<string, readonly Part[]>();
  readonly #folds = new Map<string, string>();
  readonly #read = new Map<string, PlaceRead>();
  readonly #exactly: boolean;
  /** Names of known settlements in small letters. */
  readonly #settlements = new Set<string>();

  /**
   * @param reads `exactly`: raions and settlements only by a name the table has, for a million records at a time (a search knows how
   * a known name may have been misspelt); `nearly`: by names that sound alike too
   */
  constructor(lines: readonly PlaceLine[], reads: 'nearly' | 'exactly' = 'nearly') {
    this.#exactly = reads === 'exactly';
    for (const line of lines) {
      this.#lines.set(line.number, line);
      if (line.kind === 'settlement') for (const { name } of line.names) this.#settlements.add(name.toLowerCase());
    }
    this.#tree = new PlaceTree(this.#lines);
    this.#names = new NameIndex(lines);
  }

  /** Never throws; what is not understood is kept as the text of the settlement. */
  read(written: string): PlaceRead {
    if (written === '') return nowhere;
    const known = this.#read.get(written) ?? this.#asVillage(written);
    if (known) return known;
    const read = this.#understand(written);
    if (this.#read.size >= mostCached) this.#read.clear();
    this.#read.set(written, read);
    return read;
  }

  /**
   * A village the table does not have, behind an oblast and a raion: these come again and again and are understood once; the
   * village is new nearly every time and stays as written. null where it may be something else.
   */
  #asVillage(written: string): PlaceRead | null {
    const comma = written.lastIndexOf(',');
    if (comma < 0 || written.length > mostRead) return null;
    const name = village.exec(written.slice(comma + 1))?.[1]?.toLowerCase();
    if (name === undefined || this.#settlements.has(name)) return null;
    if (!this.#exactly && this.#names.exact(this.#fold(name.split(' ')), kindsOf.settlement).length > 0) return null;
    const around = this.read(written.slice(0, comma));
    return around.settlement ? null : { ...around, settlement: name };
  }

  /**
   * Places that one name may mean, best first, `score` 0..1.
   * @param kinds asked for where the name itself does not say raion, oblast, town …
   */
  placeMatches(written: string, kinds: readonly PlaceKind[] = anyKind): Found[] {
    const parts = partsOf(written, this.#isName);
    const said = parts.length === 1 ? parts[0]?.level : null;
    const hinted = said && said !== 'council' ? kindsOf[said] : kinds;
    const fold = bareName(written);
    const best = new Map<number, number>();
    const keep = (found: readonly Found[]) => {
      for (const { number, score } of found) {
        const isHinted = hinted.includes(this.#lines.get(number)?.kind ?? 'country');
        const weighed = isHinted ? score : score - offKind;
        if (weighed > (best.get(number) ?? 0)) best.set(number, weighed);
      }
    };
    keep(this.#names.near(fold, kinds, 0.5));
    if (Math.max(0, ...best.values()) < 0.75) keep(this.#names.near(fold, kinds, 0.4, true));
    return [...best]
      .map(([number, score]) => ({ number, score }))
      .sort((a, b) => b.score - a.score || this.#rank(a.number) - this.#rank(b.number) || a.number - b.number);
  }

  #rank(number: number): number {
    return anyKind.indexOf(this.#lines.get(number)?.kind ?? 'country');
  }

  readonly #isName = (words: readonly string[], level: Level): boolean =>
    level !== 'council' && this.#names.exact(this.#fold(words), kindsOf[level]).length > 0;

  /** Each piece between commas by itself: the same oblasts and raions come a million times. */
  #partsOf(written: string): Part[] {
    const parts: Part[] = [];
    for (const piece of written.slice(0, mostRead).split(between)) {
      let known = this.#pieces.get(piece);
      if (!known) {
        known = partsOf(piece, this.#isName);
        if (this.#pieces.size >= mostCached) this.#pieces.clear();
        this.#pieces.set(piece, known);
      }
      for (const part of known) parts.push(part);
    }
    return parts;
  }

  #fold(words: readonly string[]): string {
    const name = words.length === 1 ? (words[0] ?? '') : words.join('');
    const known = this.#folds.get(name);
    if (known !== undefined) return known;
    const fold = foldPlace(name);
    if (this.#folds.size >= mostCached) this.#folds.clear();
    this.#folds.set(name, fold);
    return fold;
  }

  #understand(written: string): PlaceRead {
    const reading: Reading = {
      country: [],
      region: [],
      district: { numbers: [], text: '' },
      settlement: { numbers: [], text: '' },
      council: '',
    };
    const parts = this.#partsOf(written);
    // From the large to the small: what lies in what helps with the names below.
    for (const level of ['country', 'region', 'district', 'settlement', 'council'] as const)
      for (const part of parts) if (part.level === level) this.#place(part, level, reading);
    const free = parts.filter((part) => part.level === null);
    for (const part of free) this.#placeFree(part.words, reading);
    if (!reading.settlement.text && reading.settlement.numbers.length === 0) reading.settlement.text = reading.council;
    return this.#settle(reading);
  }

  #place({ words }: Part, level: Level, reading: Reading): void {
    const fold = this.#fold(words);
    const text = words.join(' ');
    if (level === 'council') reading.council ||= text;
    else if (level === 'country') this.#placeCountry(fold, reading);
    else if (level === 'region') this.#placeRegion(fold, reading);
    else if (level === 'district') this.#placeDistrict(fold, text, reading);
    else this.#placeSettlement(fold, text, reading);
  }

  #placeCountry(fold: string, reading: Reading): void {
    const found = this.#names.exact(fold, kindsOf.country);
    for (const number of found) {
      const side = this.#lines.get(number)?.kind === 'region' ? reading.region : reading.country;
      side.push(number);
    }
    if (found.length === 0) this.#placeRegion(fold, reading);
  }

  #placeRegion(fold: string, reading: Reading): void {
    let found: readonly number[] = this.#names.exact(fold, kindsOf.region);
    if (found.length === 0) found = this.#names.begun(fold, kindsOf.region);
    if (found.length === 0) found = best(this.#names.near(fold, kindsOf.region, least.region, true));
    if (reading.region.length === 0) reading.region = this.#tree.within(found, reading.country);
  }

  #placeDistrict(fold: string, text: string, reading: Reading): void {
    if (reading.district.numbers.length > 0 || reading.district.text) return;
    const exact = this.#names.exact(fold, kindsOf.district);
    const inside = exact.filter((number) => this.#inRegion(number, reading));
    let found: readonly number[] = inside.length > 0 ? inside : this.#nearDistricts(fold, exact.length === 0, reading);
    // Borders moved: a raion of which there is only one in the country is meant, whatever oblast stands beside it.
    if (found.length === 0 && exact.length === 1 && this.#sameCountry(exact[0] ?? 0, reading)) found = exact;
    if (found.length === 0 && exact.length === 0 && reading.region.length === 0)
      reading.region = [...this.#names.exact(fold, kindsOf.region)];
    reading.district = { numbers: [...found], text: found.length === 1 ? '' : text };
  }

  #nearDistricts(fold: string, isUnknown: boolean, reading: Reading): number[] {
    if (this.#exactly) return [];
    const near = this.#names.near(fold, kindsOf.district, isUnknown ? least.districtWithin : least.district);
    const inside = near.filter(({ number }) => this.#inRegion(number, reading));
    if (reading.region.length > 0) return best(inside);
    return best(near.filter(({ score }) => score >= least.district));
  }

  readonly #inRegion = (number: number, reading: Reading) =>
    reading.region.length === 0 ? this.#sameCountry(number, reading) : this.#tree.liesIn(number, reading.region);

  #sameCountry(number: number, { region, country }: Reading): boolean {
    const code = this.#lines.get(number)?.country;
    return [...region, ...country].every((one) => this.#lines.get(one)?.country === code);
  }

  #placeSettlement(fold: string, text: string, reading: Reading): void {
    if (reading.settlement.numbers.length > 0) return;
    const scope = [...reading.district.numbers, ...reading.region, ...reading.country];
    let found: readonly number[] = this.#names.exact(fold, kindsOf.settlement);
    if (found.length === 0 && !this.#exactly && isNameLike(fold))
      found = best(this.#names.near(fold, kindsOf.settlement, least.settlement));
    if (scope.length > 0) found = found.filter((number) => this.#tree.liesIn(number, scope));
    reading.settlement = { numbers: this.#tree.within(found, scope), text: reading.settlement.text || text };
  }

  /** Words that nothing says what they are: the longest known names first, the rest is a settlement. */
  #placeFree(words: readonly string[], reading: Reading): void {
    const unknown: string[] = [];
    for (let at = 0; at < words.length; ) {
      const taken = this.#known(words, at, reading);
      if (taken === 0) unknown.push(words[at] ?? '');
      at += Math.max(1, taken);
    }
    if (unknown.length === 0) return;
    const fold = this.#fold(unknown);
    const text = unknown.join(' ');
    if (!this.#exactly && isNameLike(fold) && this.#nearly(fold, reading)) return;
    if (isAdjective(fold) && reading.district.numbers.length === 0 && !reading.district.text && /\p{L}/u.test(text))
      this.#placeDistrict(fold, text, reading);
    else if (reading.settlement.numbers.length === 0) reading.settlement.text ||= text;
  }

  #known(words: readonly string[], at: number, reading: Reading): number {
    for (let n = Math.min(4, words.length - at); n > 0; n--) {
      const fold = this.#fold(words.slice(at, at + n));
      if (fold.length < 3) continue;
      if (this.#take(this.#names.exact(fold, this.#open(fold, reading)), reading)) return n;
    }
    return 0;
  }

  #nearly(fold: string, reading: Reading): boolean {
    const near = this.#names.near(fold, this.#open(fold, reading), least.any);
    return this.#take(best(near), reading);
  }

  /** What a bare name can still be: as large as its ending says, as small as what was not given yet. */
  #open(fold: string, reading: Reading): readonly PlaceKind[] {
    const isOpen = [
      reading.settlement.numbers.length === 0 && !isAdjective(fold),
      reading.district.numbers.length === 0,
      reading.region.length === 0,
      reading.country.length === 0,
    ];
    return openKinds[isOpen.reduce((sum, open, i) => sum + (open ? 2 ** i : 0), 0)] ?? anyKind;
  }

  /** Keeps the most exact kind found: a town rather than the raion and the oblast of its name. */
  #take(found: readonly number[], reading: Reading): boolean {
    const kinds = (['country', ...anyKind] as const).filter((kind) =>
      found.some((number) => this.#lines.get(number)?.kind === kind),
    );
    for (const kind of kinds) {
      const scope = [...reading.district.numbers, ...reading.region, ...reading.country];
      const those = found.filter((number) => this.#lines.get(number)?.kind === kind);
      const inside = scope.length > 0 ? those.filter((number) => this.#tree.liesIn(number, scope)) : those;
      if (kind === 'country') reading.country = those;
      else if (kind === 'region') reading.region = those;
      else if (inside.length === 0) continue;
      else if (kind === 'district') reading.district = { numbers: inside, text: '' };
      else reading.settlement = { numbers: inside, text: '' };
      return true;
    }
    return false;
  }

  #settle(reading: Reading): PlaceRead {
    const one = (numbers: readonly number[]) => (numbers.length === 1 ? (numbers[0] ?? 0) : 0);
    const settlement = one(reading.settlement.numbers);
    const district = one(reading.district.numbers) || this.#tree.usual(settlement, 'district');
    const region =
      reading.region[0] ||
      this.#tree.usual(district, 'region') ||
      this.#tree.usual(settlement, 'region') ||
      this.#tree.shared([...reading.settlement.numbers, ...reading.district.numbers]);
    const named = [...reading.settlement.numbers, ...reading.district.numbers, ...reading.region, ...reading.country];
    const key = (number: number, side: Side) => (number ? `#${number}` : side.text || this.#first(side));
    return {
      region,
      district: key(district, reading.district),
      settlement: key(settlement, reading.settlement),
      places: this.#tree.withAbove(named),
    };
  }

  /** Several places of one name: the name they share stands for them. */
  #first(side: Side): string {
    const name = this.#lines.get(side.numbers[0] ?? 0)?.names[0]?.name ?? '';
    return name && bareName(name);
  }
}

/** A piece that says by its first word that it is a village, not a town, and has nothing but its name behind it. */
const village =
  /^\s*(?:с|д|аул|ауыл|село|дер|деревня|пос|п|поселок|посёлок|х|хутор|к-з|колхоз|свх|совхоз|станица|ст-ца)[.\s]\s*(\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?)\s*$/iu;

/** Long enough that a likeness is no accident; the number of an aul is none. */
const isNameLike = (fold: string) => fold.length > 4 && /[a-z]{3}/.test(fold);

/** The best and those as good. */
const best = (found: readonly Found[]): number[] =>
  found.filter(({ score }) => score >= (found[0]?.score ?? 0) - 0.02).map(({ number }) => number);
