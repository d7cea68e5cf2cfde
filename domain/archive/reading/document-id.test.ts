import { describe, expect, test } from 'vitest';
import { sameDocumentId } from './document-id';

describe('the identifier of a document', () => {
  test('is the same when raised by 500,000,000', () => {
    for (const id of ['10342066', '51061568', '85849307', '499999999', '1155934094', '1161922199']) {
      const raised = String(Number(id) + 500_000_000);
      expect(sameDocumentId(raised)).toBe(id);
      expect(sameDocumentId(id)).toBe(id);
    }
  });

  test('keeps different documents apart', () => {
    expect(sameDocumentId('1155934094')).not.toBe(sameDocumentId('1155958591'));
    expect(sameDocumentId('1155934094')).not.toBe(sameDocumentId('155934094'));
  });

  test('is lowered once, between the bounds', () => {
    expect(sameDocumentId('500000000')).toBe('500000000');
    expect(sameDocumentId('500000001')).toBe('1');
    expect(sameDocumentId('999999999')).toBe('499999999');
    expect(sameDocumentId('1000000000')).toBe('1000000000');
    expect(sameDocumentId('1500000001')).toBe('1000000001');
    expect(sameDocumentId('2500000001')).toBe('2500000001');
  });

  test('stays as it is when it is no number', () => {
    for (const id of ['', 'N-0001', '0551061568', '551061568a', '55106156812345', '5.5e8']) {
      expect(sameDocumentId(id)).toBe(id);
    }
    expect(sameDocumentId(' 551061568 ')).toBe('51061568');
  });
});
