/** Running text as a register has it: few words everywhere, most words seldom. */
import { Chance, Draw, ranked } from '../names/chance';

/** What every other case says. */
const common =
  `дивизия полк рота батальон красноармеец призван военкомат область район сельсовет архив документ донесение
  потери погиб пропал без вести убит ранен госпиталь захоронен братская могила деревня река фронт армия письмо родные жена сын
  дочь брат отец колхоз станция январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь солдат жауынгер
  майдан ауыл аудан облыс хат өтініш құжат мұрағат бала немере ағасы інісі әкесі анасы жары қайтыс болды хабарсыз кетті жерленген
  туысқан бауырластар зираты соғыс әскер полкі дивизиясы сұрау жауап іздеу табылды табылмады тексерілді`
    .split(/\s+/)
    .filter(Boolean);

const consonants = [...'бвгджзклмнпрстфхцчш'];
const vowels = [...'аеиоуыәөұүі'];

/** Made-up words after the common ones, so that there are as many as a language has. */
function vocabulary(): string[] {
  const chance = new Chance().begin(7, 1);
  const made = new Set(common);
  while (made.size < 60_000) {
    let word = '';
    for (let syllables = chance.int(2, 4); syllables > 0; syllables--)
      word += chance.pick(consonants) + chance.pick(vowels) + (chance.is(0.3) ? chance.pick(consonants) : '');
    made.add(word);
  }
  return [...made];
}

const words = vocabulary();
const draw = new Draw(ranked(words, 1.05));

export const text = (chance: Chance, length: number): string => Array.from({ length }, () => draw.by(chance)).join(' ');

/** Words to ask for: in nearly every case, in some, in hardly any. */
export const asked = {
  common: common.slice(0, 12),
  middling: words.slice(400, 460),
  rare: words.slice(30_000, 30_060),
};
