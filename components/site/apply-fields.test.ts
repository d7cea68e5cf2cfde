import { describe, expect, it } from 'vitest';
import { type FieldName, fields, fieldsOf, steps } from '@/domain/applications/fields';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';
import { answerText, type FieldTexts, postedAnswers, stepCheck, stepFields } from './apply-fields';

/** The words of a language as the pages have them. */
function textsOf(messages: object): FieldTexts {
  const found = (key: string): unknown =>
    `field.${key}`
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], messages);
  const words = (key: string) => {
    const text = found(key);
    if (typeof text !== 'string') throw new Error(`No words for field.${key}`);
    return text;
  };
  return {
    words: Object.assign(words, { has: (key: string) => typeof found(key) === 'string' }),
    unknown: 'Білмеймін',
    regions: [{ value: 'KZ-75', label: 'Алматы қаласы' }],
  };
}

const texts = textsOf(kk);
const specOf = (name: FieldName, answers = {}) => {
  const field = fields.find((one) => one.name === name);
  const spec = field && stepFields(field.step, answers, texts).find((one) => one.name === name);
  if (!spec) throw new Error(`${name} is not asked`);
  return spec;
};

describe('the steps', () => {
  it.each(Object.entries({ kk, ru, en }))('ask every question once, in words of %s', (_locale, messages) => {
    const asked = steps.flatMap((step) => stepFields(step, {}, textsOf(messages)).map(({ name }) => name));
    expect([...asked].sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  it('explain every consent in full', () => {
    for (const { name } of fieldsOf('consents')) expect(texts.words(`${name}.hint`).length).toBeGreaterThan(150);
  });
});

describe('a question', () => {
  it('begins with what was answered', () => {
    expect(specOf('surname', { surname: 'Әбілов' })).toMatchObject({ value: 'Әбілов', unknownTicked: false });
  });

  it('shows "don’t know" as a tick beside an empty line, and as one of the dots', () => {
    expect(specOf('surname', { surname: '?' })).toMatchObject({ value: '', unknown: 'Білмеймін', unknownTicked: true });
    expect(specOf('noticeKind', { noticeKind: '?' })).toMatchObject({ value: '?' });
    expect(specOf('noticeKind').options?.at(-1)).toEqual({ value: '?', label: 'Білмеймін' });
    expect(specOf('noticeKind')).not.toHaveProperty('unknown');
  });

  it('does not let the browser fill in the reader’s own name for the soldier’s', () => {
    expect(specOf('surname').autocomplete).toBe('off');
    expect(specOf('applicantName').autocomplete).toBe('name');
  });

  it('is looked at while it is left', () => {
    expect(stepCheck('you')).toMatchObject({ applicantName: ['required'], telephone: ['phone'], birthYear: ['year'] });
    expect(stepCheck('soldier')).toEqual({ birth: ['date'] });
  });
});

describe('what was posted', () => {
  it('becomes the answers of its step, all of them and no others', () => {
    const answers = postedAnswers('family', {
      parents: 'Жұмабай',
      wife: 'Бәтима',
      'wife.unknown': 'on',
      reference: 'x',
    });
    expect(answers).toEqual({ parents: 'Жұмабай', wife: '?', familyAddress: '', brothers: '' });
  });

  it('takes no "don’t know" where none was offered', () => {
    expect(postedAnswers('search', { links: 'x', 'links.unknown': 'on' })).toEqual({ askedWhere: '', links: 'x' });
  });
});

it('reads answers back in words', () => {
  const answers = { kinship: 'daughter', region: 'KZ-75', unit: '?', rank: 'killed' };
  expect(answerText('kinship', answers, texts)).toBe('Қызы');
  expect(answerText('region', answers, texts)).toBe('Алматы қаласы');
  expect(answerText('unit', answers, texts)).toBe('Білмеймін');
  expect(answerText('rank', answers, texts)).toBe('killed');
  expect(answerText('awards', answers, texts)).toBe('');
});
