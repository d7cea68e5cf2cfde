/** Surnames and patronymics out of a man's name, in Kazakh and in Russian letters. */
import { russian } from './spelling';

/** One name in today's Kazakh letters and as offices wrote it in Russian; the same for those who are not Kazakh. */
export type Name = { readonly kk: string; readonly ru: string };

export const kazakhName = (kk: string): Name => ({ kk, ru: russian(kk) });
export const russianName = (ru: string): Name => ({ kk: ru, ru });

/** How a surname is made: Ахметов, Ахметұлы or simply Ахмет. */
export type SurnameForm = 'ov' | 'uly' | 'bare' | 'own';

export function surnameOf(stem: Name, form: SurnameForm): Name {
  if (form === 'ov') return { kk: withOv(stem.kk), ru: withOv(stem.ru) };
  if (form === 'uly') return { kk: `${stem.kk}ұлы`, ru: `${stem.ru}улы` };
  return stem;
}

/** The lists are short and the records many: every form is made once. */
function remembered(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    let form = made.get(text);
    if (form === undefined) {
      form = make(text);
      made.set(text, form);
    }
    return form;
  };
}

/** The ending of a Russian surname: Мұса gives Мусин, Әли Алиев, Абай Абаев, Ахмет Ахметов. */
export const withOv = remembered((stem) => {
  if (/[аә]$/.test(stem)) return `${stem.slice(0, -1)}ин`;
  if (/[й]$/.test(stem)) return `${stem.slice(0, -1)}ев`;
  if (/[еиіуоыя]$/.test(stem)) return `${stem}ев`;
  if (/ь$/.test(stem)) return `${stem.slice(0, -1)}ев`;
  return `${stem}ов`;
});

/** The Russian patronymic of a man: Иван gives Иванович, Илья Ильич, Андрей Андреевич, Апқан Апканович. */
export const patronymicRu = remembered((father) => {
  const irregular = irregularFathers[father];
  if (irregular) return irregular;
  if (/[^аеёиоуыэюя]ий$/.test(father) && !/[кх]ий$/.test(father)) return `${father.slice(0, -2)}ьевич`;
  if (/й$/.test(father)) return `${father.slice(0, -1)}евич`;
  if (/ь$/.test(father)) return `${father.slice(0, -1)}евич`;
  if (/[жшщчц]$/.test(father)) return `${father}евич`;
  if (/[аы]$/.test(father)) return `${father.slice(0, -1)}ович`;
  if (/[еиоуюяэ]$/.test(father)) return `${father}евич`;
  return `${father}ович`;
});

const irregularFathers: Readonly<Record<string, string>> = {
  Илья: 'Ильич',
  Никита: 'Никитич',
  Кузьма: 'Кузьмич',
  Фома: 'Фомич',
  Лука: 'Лукич',
  Павел: 'Павлович',
  Петр: 'Петрович',
  Яков: 'Яковлевич',
  Михаил: 'Михайлович',
  Гавриил: 'Гаврилович',
  Лев: 'Львович',
};
