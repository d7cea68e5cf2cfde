import { describe, expect, it } from 'vitest';
import { type Answers, fields } from '@/domain/applications/fields';
import { applicationForm } from './form';
import { sheet, sheetSteps } from './layout';

const languages = ['kk', 'ru', 'en'] as const;

/** Pages of a PDF, as its page tree counts them. */
const pagesOf = (pdf: Buffer): number => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

const longAnswer = 'Соңғы хаты Харьков маңынан келген, аман екенін жазыпты. '.repeat(70);
const answers: Answers = {
  surname: 'Сәрсенов',
  unit: '?',
  noticeKind: 'missing',
  lastLetter: longAnswer,
  captivity: longAnswer,
  brothers: longAnswer,
  applicantName: 'Айгүл Серікқызы',
  'consent-publication': 'on',
};

describe('the application form', () => {
  it('asks everything the application asks, each once and in its step', () => {
    const placed = sheetSteps.flatMap((step) => sheet[step].flat().map(({ name }) => `${step} ${name}`));
    const asked = fields.filter(({ step }) => step !== 'consents').map(({ step, name }) => `${step} ${name}`);
    expect(placed.sort()).toEqual(asked.sort());
  });

  it.each(languages)('is empty on four sheets at most in %s', async (language) => {
    const pdf = await applicationForm(language);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(2);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(4);
  });

  it('grows with long answers and loses none of them', async () => {
    const short = await applicationForm('kk', { answers: { surname: 'Сәрсенов' }, region: '', sent: null });
    const long = await applicationForm('kk', { answers, region: '', sent: { reference: 'K7M-4QX', receivedAt: 0 } });
    expect(pagesOf(long)).toBeGreaterThan(pagesOf(short));
    expect(pagesOf(long)).toBeLessThan(12);
  });
});
