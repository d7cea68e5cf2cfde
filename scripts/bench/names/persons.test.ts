import { expect, it } from 'vitest';
import { partsOf } from './persons';

it('reads the parts of a real name by its order, or by its patronymic', () => {
  expect(partsOf('Ахметов Сапар Қайратұлы', 'SGP')).toEqual({
    surname: 'Ахметов',
    given: 'Сапар',
    patronymic: 'Қайратұлы',
  });
  expect(partsOf('Sagat Nurmagambetovich Ashimbayev', '')).toEqual({
    surname: 'Ashimbayev',
    given: 'Sagat',
    patronymic: 'Nurmagambetovich',
  });
  expect(partsOf('Қадыр Мырза Әли', '')).toEqual({ surname: 'Мырза Әли', given: 'Қадыр', patronymic: '' });
});
