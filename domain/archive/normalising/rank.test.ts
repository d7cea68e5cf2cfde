import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';
import { rankKeys, readRank } from './rank';

describe('a rank', () => {
  it.each([
    ['красноармеец', 'red-army-man', 'private'],
    ['кр-ц', 'red-army-man', 'private'],
    ['красноарм.', 'red-army-man', 'private'],
    ['к/арм', 'red-army-man', 'private'],
    ['гв. красноармеец', 'red-army-man', 'private'],
    ['ряд.', 'private', 'private'],
    ['ефр.', 'lance-corporal', 'private'],
    ['мл. с-нт', 'junior-sergeant', 'sergeant'],
    ['с-т', 'sergeant', 'sergeant'],
    ['ст. серж.', 'senior-sergeant', 'sergeant'],
    ['ст-на', 'starshina', 'sergeant'],
    ['старшина', 'starshina', 'sergeant'],
    ['старшина 2 статьи', 'petty-officer-2', 'sergeant'],
    ['мл. л-т', 'junior-lieutenant', 'officer'],
    ['лейт.', 'lieutenant', 'officer'],
    ['гв.ст.лейтенант', 'senior-lieutenant', 'officer'],
    ['капитан-лейтенант', 'captain-lieutenant', 'officer'],
    ['капитан 3 ранга', 'captain-3', 'officer'],
    ['п/п-к', 'lieutenant-colonel', 'officer'],
    ['п-к', 'colonel', 'officer'],
    ['генерал-майор', 'general', 'officer'],
    ['политрук', 'political-instructor', 'political'],
    ['зам. политрука', 'deputy-political-instructor', 'political'],
    ['ст. батальонный комиссар', 'senior-battalion-commissar', 'political'],
    ['воентехник 2 ранга', 'military-technician-2', 'officer'],
    ['ст. воентехник', null, 'officer'],
    ['техник-интендант II ранга', 'quartermaster-technician-2', 'officer'],
    ['интендант Ш ранга', 'quartermaster-3', 'officer'],
    ['военврач 3-го ранга', 'military-doctor-3', 'medical'],
    ['военврач', null, 'medical'],
    ['военветврач 2р.', 'veterinary-doctor-2', 'medical'],
    ['ст. военфельдшер', 'senior-feldsher', 'medical'],
    ['майор м/с', 'major', 'medical'],
    ['военный юрист 3 ранга', 'military-lawyer-3', 'other'],
    ['вольнонаёмный', 'civilian', 'other'],
    ['б/зв.', 'no-rank', 'other'],
    ['қызыләскер', 'red-army-man', 'private'],
    ['кіші сержант', 'junior-sergeant', 'sergeant'],
    ['Rotarmist', 'red-army-man', 'private'],
    ['Oberleutnant', 'senior-lieutenant', 'officer'],
    ['ездовой', null, null],
    ['', null, null],
    ['гв.', null, null],
  ])('%s', (written, key, group) => {
    expect(readRank(written)).toEqual({ key, group });
    expect(readRank(written.toUpperCase())).toEqual({ key, group });
  });

  it('has a label in every language, which reads as the same rank again where it is Russian', () => {
    for (const messages of [kk.rank, ru.rank, en.rank])
      expect(Object.keys(messages).sort()).toEqual([...rankKeys].sort());
    for (const [key, label] of Object.entries(ru.rank)) expect([label, readRank(label).key]).toEqual([label, key]);
    for (const [key, label] of Object.entries(kk.rank).slice(0, 1)) expect(readRank(label).key).toBe(key);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => typeof readRank(text) === 'object'));
  });
});
