import { describe, expect, test } from 'vitest';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';
import { FILE_CODES, ROW_CODES } from './refusal';
import { SPLIT_LIMITS } from './split';

const words: [string, { file: Record<string, string>; row: Record<string, string> }][] = [
  ['kk', kk.errors],
  ['ru', ru.errors],
  ['en', en.errors],
];

describe.each(words)('in %s', (_language, errors) => {
  test.each([...FILE_CODES, ...ROW_CODES])('%s says what, where and what to do', (code) => {
    const [group, name = ''] = code.split('.');
    const text = (group === 'file' ? errors.file : errors.row)[name] ?? '';
    expect(text.match(/\.( |$)/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(text).not.toMatch(/[!']/);
    const values = [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]);
    expect(values.filter((value) => value !== 'detail' && value !== 'line' && value !== 'binary')).toEqual([]);
    if (group === 'row') expect(values.length).toBeGreaterThan(0);
    else expect(values).not.toContain('line');
  });

  test('the limits are the ones that hold', () => {
    const digits = (text: string | undefined) => text?.replaceAll(/(\d)[\s,](?=\d{3})/g, '$1');
    expect(digits(errors.row['field-too-long'])).toContain(String(SPLIT_LIMITS.field));
    expect(digits(errors.row['too-long'])).toContain(String(SPLIT_LIMITS.row));
  });
});
