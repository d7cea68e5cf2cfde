import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecordAddress } from './record-address';

describe('the address of a record', () => {
  it.each([
    ['https://obd-memorial.ru/html/info.htm?id=51268155', 'obd-memorial', '', '51268155'],
    ['http://www.obd-memorial.ru/html/info.htm?id=51268155&page=1', 'obd-memorial', '', '51268155'],
    ['https://obd-memorial.ru/html/info.htm?id=551268155', 'obd-memorial', '', '51268155'],
    ['https://obd-memorial.ru/html/info.htm?id=1155934094', 'obd-memorial', '', '1155934094'],
    [' HTTPS://OBD-Memorial.ru/html/info.htm?id=51268155#top ', 'obd-memorial', '', '51268155'],
    [
      'https://pamyat-naroda.ru/heroes/memorial-chelovek_donesenie51268155/?backurl=%2Fheroes',
      'pamyat-naroda',
      'memorial-chelovek_donesenie',
      '51268155',
    ],
    [
      'https://pamyat-naroda.ru/heroes/memorial-chelovek_donesenie551268155',
      'pamyat-naroda',
      'memorial-chelovek_donesenie',
      '51268155',
    ],
    [
      'https://pamyat-naroda.ru/heroes/podvig-chelovek_nagrazhdenie550869766/',
      'pamyat-naroda',
      'podvig-chelovek_nagrazhdenie',
      '550869766',
    ],
    ['http://podvignaroda.ru/?#id=1006890324&tab=navDetailManCard', 'podvig-naroda', 'navDetailManCard', '1006890324'],
    [
      'https://www.podvignaroda.mil.ru/#tab=navDetailManAward&id=36095128',
      'podvig-naroda',
      'navDetailManAward',
      '36095128',
    ],
  ])('%s', (url, database, type, number) => {
    expect(readRecordAddress(url)).toEqual({ database, type, number });
  });

  it.each([
    '',
    'obd-memorial.ru/html/info.htm?id=1',
    'ftp://obd-memorial.ru/html/info.htm?id=1',
    'javascript:alert(1)//obd-memorial.ru/html/info.htm?id=1',
    'https://obd-memorial.ru.evil.com/html/info.htm?id=1',
    'https://evil-obd-memorial.ru/html/info.htm?id=1',
    'https://obd-memorial.ru./html/info.htm?id=1',
    'https://obd-memorial.ru:443/html/info.htm?id=1',
    'https://obd-memorial.ru@evil.com/html/info.htm?id=1',
    'https://a:b@obd-memorial.ru/html/info.htm?id=1',
    'https://evil.com\\@obd-memorial.ru/html/info.htm?id=1',
    'https://obd-memorial.ru\\.evil.com/html/info.htm?id=1',
    'https://evil.com/https://obd-memorial.ru/html/info.htm?id=1',
    'https://evil.com#https://obd-memorial.ru/html/info.htm?id=1',
    'https://obd-memоrial.ru/html/info.htm?id=1',
    'https://obd-memorial.ru/html/info.htm',
    'https://obd-memorial.ru/html/info.htm?id=1&id=2',
    'https://obd-memorial.ru/html/info.htm?id=1;drop',
    'https://obd-memorial.ru/html/info.htm?uid=1',
    'https://obd-memorial.ru/html/other.htm?id=1',
    'https://pamyat-naroda.ru/heroes/?last_name=Иванов',
    'https://pamyat-naroda.ru/heroes/../memorial-chelovek_donesenie1/',
    'https://podvignaroda.ru/?#tab=navHome',
    `https://obd-memorial.ru/html/info.htm?id=1&x=${'a'.repeat(2000)}`,
  ])('refuses %s', (url) => {
    expect(readRecordAddress(url)).toBeNull();
  });

  it('is never read off another host, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        readRecordAddress(`${before}obd-memorial.ru${after}`);
        const url = `https://${before}obd-memorial.ru${after}/html/info.htm?id=1`;
        if (readRecordAddress(url)) expect(new URL(url).host).toMatch(/^(?:www\.)?obd-memorial\.ru$/);
      }),
    );
  });
});
