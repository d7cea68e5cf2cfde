// What became of him, as the cause of leaving the ranks is written in loss reports and on prisoner cards.
import type { Fate } from '@/domain/cases/fates';

const CAPTIVE =
  /(?<!\p{L})(?:в\s+плен|плен|лагер|концлаг|шталаг|дулаг|офлаг|тұтқын|stalag|oflag|dulag|gefangen|lazarett)/u;
const FREED = /освобо|репатри|вернул(?:ся|ась)\s+из\s+плен|босатыл|befreit|repatri/u;
/** «Пленные» that the record itself denies. */
const NO_CAPTIVITY = /^(?:нет|не\s+был|-|—|жоқ|nein)[\s.]*$/u;

/** The first that fits counts: the special before the general, what denies before what it denies. */
const RULES: readonly (readonly [RegExp, Fate])[] = [
  [/^(?:неизв|не\s*извест|нет\s*(?:свед|данн)|не\s*указан|белгісіз|unbekannt|н\/д$)/u, 'unknown'],
  [
    /дезерт|перебеж|переш[её]?л\p{L}*\s+(?:к|на\s+сторону)|измен(?:ил|ник|а\b)|самовольн|қашқын|жау\s+жағына|überläuf/u,
    'deserted',
  ],
  [
    /не\s+(?:убит|погиб)|ошибочно|оста(?:лся|ётся|ется)\s+жив|^(?:жив|выжил|вернул|нашел|разыскан|демобил|уволен|комиссован)|тірі/u,
    'survived',
  ],
  [
    /(?:расстрел|повеш|казн[её]|замуч|сожж)\p{L}*\s+(?:немц|фашист|гитлер|гестап|оккуп|враг|противн|в\s+плен)|зверски|замучен|гестапо/u,
    'killed',
  ],
  [/осужд|судим|приговор|трибунал|репресс|к\s+вмн|арестован|сотталған/u, 'condemned'],
  [/расстр|вмн|атылған|высш\p{L}*\s+мер/u, 'executed'],
  [/самоубий|застрелил(?:ся|ась)|утонул|утоп|несчаст|отравл|авари|суицид|замерз/u, 'other'],
  [
    /(?:^|[^\p{L}])от\s+(?:\p{L}+\s+){0,2}(?:ран|осколоч)|ранени|умер\s*\/?р|см\p{L}*\s*ранен|жара(?:дан|қаттан|латтан)|wunde|verwundung/u,
    'died-of-wounds',
  ],
  [
    /болезн|забол|тиф|туберк|истощ|дистроф|воспал|пневмон|дизентер|цинг|менинг|инфекц|голод|ауру|ауырып|krankheit|fleckfieber|typhus|tuberk|tbc|ruhr/u,
    'died-of-illness',
  ],
  [
    /без\s*вести|без\s+вест|п\s*[/.]?\s*б\s*[/.]\s*в|(?<!\p{L})пбв(?!\p{L})|б\s*\/\s*в(?!\p{L})|без\s*\/?\s*в[.\s/]|(?<!\p{L})пр(?:оп)?\p{L}*\.?\s*б|пропал|не\s+вернул|утеряна\s+связь|связь\s+(?:прекр|утер)|хабар\p{L}*(?:[\s-]*ошар\p{L}*)?сыз|vermi[sß]/u,
    'missing',
  ],
  [
    /убит|погиб|(?<!\p{L})пал(?!\p{L})|уб(?:$|\.)|геро\p{L}*\s+смерт|смерт\p{L}*\s+храбр|подорвал|сгорел|в\s+бою|қаза|өлтір|опат|gefallen|erschoss|getötet/u,
    'killed',
  ],
  [/умер|скончал|смерт|ум\.|қайтыс|verstorb|gestorb|tod(?!\p{L})|todes|^tot/u, 'died'],
  [/плен|тұтқын|gefangen|захвач|geflohen|flucht/u, 'captured'],
  [/ранен|контуж|болен|отстал|пропущ|выбыл|откомандир|госпитал|иное|басқа/u, 'other'],
];

/**
 * The fate a record states, null where it states none. `captivity` is the record's own column: who died there died in
 * captivity; who has nothing but a camp was captured. «Убит» in a battle stays killed, and a man reported missing stays
 * missing. Without a cause the notes are asked. Of condemned and shot alike only a shooting that is stated is `executed`;
 * shot by the enemy is killed, or died in captivity. Nothing is thrown; 500 UTF-16 units of each are looked at.
 */
export function readFate(causeWritten: string, notes = '', captivity = ''): Fate | null {
  const held = clean(captivity);
  const imprisoned = held !== '' && !NO_CAPTIVITY.test(held);
  const own = fateOf(clean(causeWritten), imprisoned);
  if (own) return own;
  const noted = notes === '' ? null : fateOf(clean(notes), imprisoned);
  if (noted && noted !== 'unknown' && noted !== 'other') return noted;
  if (!imprisoned) return null;
  return fateOf(held, true) ?? (FREED.test(held) ? 'survived' : 'captured');
}

function clean(text: string): string {
  return text === '' ? '' : text.slice(0, 500).toLowerCase().replaceAll('ё', 'е').trim();
}

function fateOf(text: string, imprisoned: boolean): Fate | null {
  if (text === '') return null;
  const fate = RULES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const captive = CAPTIVE.test(text);
  if (FREED.test(text) && (captive || imprisoned)) return 'survived';
  if (fate === 'executed' && text.includes('осужд')) return 'executed';
  if (fate === 'condemned' && /расстрелян/u.test(text)) return 'executed';
  if (!captive && !imprisoned) return fate;
  if (fate === 'died' || fate === 'died-of-wounds' || fate === 'died-of-illness') return 'died-in-captivity';
  if (fate === 'executed' && captive) return 'died-in-captivity';
  if (fate === 'killed' && (captive || !/убит|в\s+бою|gefallen/u.test(text))) return 'died-in-captivity';
  return fate ?? (captive ? 'captured' : null);
}
