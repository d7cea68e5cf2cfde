import { describe, expect, it } from 'vitest';
import { postedValues } from './posted-values';

describe('what was posted is shown again', () => {
  it('keeps texts as typed, joins ticked boxes, leaves out files, secrets and the framework', () => {
    const data = new FormData();
    data.append('surname', ' Әбілов, кіші ');
    data.append('languages', 'kk');
    data.append('languages', 'ru');
    data.append('password', 'құпия');
    data.append('photo', new Blob(['x']), 'x.jpg');
    data.append('$ACTION_ID_1', '');
    expect(postedValues(data, ['password'])).toEqual({ surname: ' Әбілов, кіші ', languages: 'kk,ru' });
  });
});
