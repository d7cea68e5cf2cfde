/** Other ways of finding names, on the same records and the same questions. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export const rivalNames = ['pg_trgm', 'fts5', 'minisearch'] as const;
export type RivalName = (typeof rivalNames)[number];

/** `rank` counts from 1; 0 when the man was not among the first ten. */
export type RivalAnswer = { id: string; rank: number; ms: number };
export type Rival = { name: string; buildSeconds: number; answers: RivalAnswer[] };

export type RivalQuestion = { id: string; truth: string; names: string };
export type RivalRecord = { id: string; surname: string; given: string; patronymic: string };

export async function* rivalRecords(file: string): AsyncGenerator<RivalRecord> {
  let isHead = true;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (!isHead) {
      // Generated names hold neither commas nor quotes.
      const [id = '', surname = '', given = '', patronymic = ''] = line.split(',', 4);
      yield { id, surname: plain(surname), given: plain(given), patronymic: plain(patronymic) };
    }
    isHead = false;
  }
}

const pairs =
  `sch=ш tsch=ч cz=ч sz=ш zh=ж kh=х ch=ч sh=ш ts=ц yu=ю iu=ю ju=ю ya=я ia=я ja=я a=а b=б c=к d=д e=е f=ф g=г h=х i=и
j=ж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=х y=ы z=з ä=а á=а ö=о ó=о ü=у ú=у ū=у ý=у ğ=г ǵ=г ñ=н ń=н ş=ш ç=ч ı=и ż=ж
ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и ё=е`.split(/\s+/);
const letters = new Map(pairs.map((pair) => pair.split('=') as [string, string]));
const pattern = new RegExp([...letters.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** One alphabet and small letters, as a careful user of such a tool would prepare both sides: else Latin finds nothing. */
export const plain = (text: string): string =>
  text.toLowerCase().replace(pattern, (found) => letters.get(found) ?? found);

/** Puts the questions one by one; `find` gives record numbers, best first. */
export function timedAnswers(
  questions: readonly RivalQuestion[],
  find: (names: string) => readonly string[],
): RivalAnswer[] {
  return questions.map(({ id, truth, names }) => {
    const began = performance.now();
    const found = find(plain(names));
    return { id, rank: found.indexOf(truth) + 1, ms: performance.now() - began };
  });
}
