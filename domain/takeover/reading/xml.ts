import { SaxesParser } from 'saxes';
import { DomainError } from '../../result';

export type XmlEvents = {
  /** Names without their prefix. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Reads one part of a workbook. A document type is never needed there and could define entities that unfold without end, so
 * it is refused.
 * @throws DomainError `takeover.damaged`
 */
export function readXml(bytes: Buffer, events: XmlEvents): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new DomainError('takeover.damaged');
  });
  parser.on('error', () => {
    throw new DomainError('takeover.damaged');
  });
  parser.on('opentag', ({ name, attributes }) => events.open?.(plain(name), attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => events.close?.(plain(name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
  parser.write(text).close();
}

const plain = (name: string) => name.slice(name.indexOf(':') + 1);
