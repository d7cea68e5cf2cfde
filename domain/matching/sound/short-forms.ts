/** Everyday and short forms of given names that share too little sound with the full one. */
import { baseOf } from './base';
import { likeness } from './distance';
import { soundOf } from './sound';

const written: readonly string[] = [
  'Александр Саша Шура Сашко Олександр',
  'Алексей Алёша Лёша Олексий',
  'Анатолий Толя',
  'Андрей Андрюша',
  'Борис Боря',
  'Василий Вася Василь',
  'Виктор Витя',
  'Владимир Володя Вова Володимир',
  'Вячеслав Слава',
  'Георгий Егор Юрий Жора Гоша',
  'Григорий Гриша',
  'Дмитрий Митя Дима',
  'Евгений Женя',
  'Иван Ваня Вано Иоанн Иоганн',
  'Илья Илюша Ильяс',
  'Иосиф Осип Юсуп Жусуп Жүсіп',
  'Константин Костя',
  'Леонид Лёня',
  'Михаил Миша',
  'Николай Коля Микола Никола',
  'Павел Паша Павло',
  'Пётр Петя Петро',
  'Семён Сеня Симеон',
  'Сергей Серёжа Сергий',
  'Степан Стёпа Стефан',
  'Фёдор Федя Теодор',
  'Яков Яша Якоб Жақып',
  'Ибрагим Ибраим Абрахам Ыбырай Авраам',
  'Моисей Муса Моше',
  'Соломон Сулейман Сүлеймен',
  'Мария Маша',
  'Анна Аня Нюра',
];

const groups = written.map((line) => [...new Set(line.split(' ').map((name) => baseOf(soundOf(name), 'given')))]);
const nearEnough = 0.9;

/** Bases that the same man may go by; none for most. */
export function shortFormsOf(base: string): string[] {
  const forms = new Set<string>();
  for (const group of groups)
    if (group.some((one) => likeness(one, base) >= nearEnough)) for (const one of group) forms.add(one);
  forms.delete(base);
  return [...forms];
}
