/** Single errors of ear and hand on one part of a name. */
import type { Chance } from './chance';
import type { Name } from './forms';
import { sameCase } from './spelling';

const alike = (pairs: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [from = '', to = ''] = pair.split('=');
        return [from, to.split(',')];
      }),
  );

/** What a clerk wrote for a letter that his language does not have. */
const strange = alike('қ=к,к,к,х,г ғ=г,г,г,к,х ұ=у,у,о,ы ү=у,у,ю,и ә=а,а,я,э,е ө=о,о,у,у,е ң=н,н,нг һ=х,г і=и,и,ы,е');

/** What is heard for what by an ear that knows neither language well. `-` stands for nothing. */
const ear = alike(`
к=х,г,к г=к,х х=к,г,- қ=к,х,ғ ғ=г,қ,х һ=х,- б=п п=б,ф ф=п в=б ж=дж,з,ч з=с,ж с=з,ш,ц ш=щ,ч,с щ=ш ч=ш,ж ц=с д=т т=д
у=о,ы,ю ұ=у,ы,о ү=у,ю,и ы=и,у,е і=и,ы,е и=ы,е,й о=у,а а=о,е,я ә=а,е,я э=е е=и,э,я ё=е,о ю=у я=а,е ө=о,у,ү ң=н,нг н=нн,нг
л=лл,ль м=мм,н р=рр й=-,и ь=-`);

/** Neighbours on a Russian typewriter and letters that are read for one another in handwriting. */
const near = alike(`
а=о,в,п б=в,ь в=а,ы,д г=н,т д=у,л е=к,н,с ж=д,э з=х,э и=н,м,п й=ц,и к=н,у л=д,о,м м=и,т,ш н=п,к,г о=а,р,л п=н,р,а р=п,о с=е,м,ч
т=ш,ь,м у=к,ц,ч ф=в,р х=з,ж ц=у,й,щ ч=с,у,г ш=щ,т,м щ=ш,ц ы=в,и ь=т,б э=ж,з ю=б,о я=ч,е
a=s,e b=v,n c=x,v d=s,f e=r,w f=d,g g=h,f h=j,g i=o,u j=k,h k=l,j l=k,t m=n n=m,b o=i,p p=o r=t,e s=a,d t=r,y u=i,y v=b,c w=e,q x=s,c
y=t,u z=x,s`);

const twins = alike('а=a о=o е=e с=c р=p х=x у=y к=k');

/** Kazakh letters in Russian ones as a particular clerk chose; the rule holds except with the given probability. */
export function flattened({ kk, ru }: Name, loose: number, chance: Chance): string {
  if (kk === ru || !chance.is(loose)) return ru;
  let text = '';
  for (const letter of kk) {
    const options = strange.get(letter.toLowerCase());
    text += options ? sameCase(letter, chance.pick(options)) : letter;
  }
  return chance.is(0.5) ? text.replace(/([аоуеи])йы/g, '$1и') : text;
}

/** One sound heard as another. */
export const misheard = (name: string, chance: Chance): string => replacedOne(name, ear, chance);

/** One look-alike letter of the Latin alphabet among Cyrillic ones. */
export const withTwin = (name: string, chance: Chance): string => replacedOne(name, twins, chance);

function replacedOne(name: string, options: ReadonlyMap<string, readonly string[]>, chance: Chance): string {
  const from = chance.int(0, Math.max(0, name.length - 1));
  for (let step = 0; step < name.length; step += 1) {
    const at = (from + step) % name.length;
    const letter = name.charAt(at);
    const found = options.get(letter.toLowerCase());
    if (!found) continue;
    const taken = chance.pick(found);
    const second = taken === '-' ? name.charAt(at + 1) : taken;
    if (taken === '-') return name.slice(0, at) + sameCase(letter, second) + name.slice(at + (second ? 2 : 1));
    return name.slice(0, at) + sameCase(letter, taken) + name.slice(at + 1);
  }
  return name;
}

/** One slip of the hand: a letter left out, doubled, changed with its neighbour or struck beside. */
export function mistyped(text: string, chance: Chance): string {
  if (text.length < 3) return text;
  const at = chance.int(1, text.length - 1);
  const way = chance.next();
  if (way < 0.3) return text.slice(0, at) + text.slice(at + 1);
  if (way < 0.45) return text.slice(0, at) + text.charAt(at).toLowerCase() + text.slice(at);
  if (way < 0.65 && at > 1) return text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1);
  const options = near.get(text.charAt(at).toLowerCase());
  return options ? text.slice(0, at) + chance.pick(options) + text.slice(at + 1) : text;
}

export const initial = (name: string): string => (name === '' ? '' : `${name.charAt(0)}.`);
