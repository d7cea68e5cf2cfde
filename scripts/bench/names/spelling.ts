/** How names of Kazakh letters are spelt by rule in Russian and in the Latin alphabets and transcriptions. */

export type Script = 'kk' | 'ru' | 'la-2021' | 'la-2018' | 'la-passport' | 'la-bgn' | 'la-german' | 'la-polish';

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [from = '', to = ''] = pair.split('=');
        return [from, to];
      }),
  );

const toRussian = table('қ=к ғ=г ұ=у ү=у ә=а ө=о ң=н һ=х і=и');

/** The Russian spelling offices used: Құсайын is Кусаин, Ақмырза Акмырза. */
export function russian(kk: string): string {
  let text = '';
  for (const letter of kk) text += sameCase(letter, toRussian.get(letter.toLowerCase()) ?? letter);
  return text.replace(/([аоуеи])йы/g, '$1и');
}

const common =
  'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya';
const alphabet2021 =
  'а=a ә=ä б=b в=v г=g ғ=ğ д=d е=e ё=io ж=j з=z и=i й=i к=k қ=q л=l м=m н=n ң=ñ о=o ө=ö п=p р=r с=s т=t у=u ұ=ū ү=ü ф=f х=h һ=h ц=ts ч=ç ш=ş щ=ştş ъ= ы=y і=i ь= э=e ю=iu я=ia';

/** Each alphabet or transcription from today's Kazakh or from Russian letters. */
const latin: Record<Exclude<Script, 'kk' | 'ru'>, ReadonlyMap<string, string>> = {
  'la-2021': table(alphabet2021),
  'la-2018': table(
    'а=a ә=á б=b в=v г=g ғ=ǵ д=d е=e ё=ıo ж=j з=z и=ı й=ı к=k қ=q л=l м=m н=n ң=ń о=o ө=ó п=p р=r с=s т=t у=ý ұ=u ү=ú ф=f х=h һ=h ц=ts ч=ch ш=sh щ=shch ъ= ы=y і=i ь= э=e ю=ıý я=ıa',
  ),
  'la-passport': table(`${common} ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=kh і=i`),
  'la-bgn': table(`${common} ә=ä ғ=gh қ=q ң=ng ө=ö ұ=ū ү=ü һ=h і=i`),
  'la-german': table(
    'а=a ә=ä б=b в=w г=g ғ=g д=d е=e ё=jo ж=sch з=s и=i й=j к=k қ=k л=l м=m н=n ң=ng о=o ө=ö п=p р=r с=s т=t у=u ұ=u ү=ü ф=f х=ch һ=h ц=z ч=tsch ш=sch щ=schtsch ъ= ы=y і=i ь= э=e ю=ju я=ja',
  ),
  'la-polish': table(
    'а=a ә=a б=b в=w г=g ғ=g д=d е=e ё=jo ж=ż з=z и=i й=j к=k қ=k л=l м=m н=n ң=n о=o ө=o п=p р=r с=s т=t у=u ұ=u ү=u ф=f х=ch һ=h ц=c ч=cz ш=sz щ=szcz ъ= ы=y і=i ь= э=e ю=ju я=ja',
  ),
};

const vowels = 'аәеёиіоөуұүыэюя';

/** A Cyrillic name in the letters of a Latin script; Cyrillic scripts give the name back as it is. */
export function inScript(name: string, script: Script): string {
  if (script === 'kk' || script === 'ru') return name;
  const letters = latin[script];
  let text = '';
  let before = ' ';
  for (const letter of name) {
    const small = letter.toLowerCase();
    const opens = before === ' ' || before === '-' || vowels.includes(before);
    // German and Polish hear the е at the beginning and after a vowel as je: Jeralijev.
    const jotted = small === 'е' && opens && (script === 'la-german' || script === 'la-polish');
    text += sameCase(letter, jotted ? 'je' : (letters.get(small) ?? small));
    before = small;
  }
  return text;
}

export const sameCase = (model: string, text: string): string =>
  model !== model.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
