/** The letter as HTML that every mail program shows: one column, large type, links written out, a few attributes and no pictures. */
import type { MailParts } from './news';

const paper = '#faf7f1';
const ink = '#1d1b18';
const muted = '#5c564c';
const accent = '#1f4a63';

const body = `margin:0;padding:0;background:${paper};color:${ink}`;
const column =
  'max-width:34em;margin:0 auto;padding:24px 20px;font-family:Georgia,"Times New Roman",serif;font-size:18px;line-height:1.55';
const button = `display:inline-block;padding:12px 20px;background:${accent};color:#ffffff;text-decoration:none;font-weight:bold`;
const small = `font-size:15px;line-height:1.5;color:${muted}`;

export function htmlOf(parts: MailParts, language: string): string {
  const { subject, greeting, paragraphs, links, facts, notes, closing } = parts;
  const [farewell = '', museum = '', department = '', why = ''] = closing;
  const rows = [
    p(greeting),
    ...paragraphs.map((one) => p(one)),
    ...links.map(linkOf),
    facts.length > 0
      ? `<p style="margin:0 0 16px">${facts.map(({ term, value }) => `${escaped(term)}: <strong>${escaped(value)}</strong>`).join('<br>')}</p>`
      : '',
    ...notes.map((one) => p(one)),
    `<p style="margin:24px 0 16px">${escaped(farewell)},<br>${escaped(museum)}<br>${escaped(department)}</p>`,
    `<p style="margin:24px 0 0;border-top:1px solid #d8d0c2;padding-top:12px;${small}">${escaped(why)}</p>`,
  ];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(subject)}</title></head>`,
    `<body lang="${language}" style="${body}"><div style='${column}'>`,
    ...rows.filter(Boolean),
    '</div></body></html>\n',
  ].join('\n');
}

const p = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;

function linkOf({ label, url, about }: MailParts['links'][number]): string {
  const address = escaped(url);
  return [
    '<p style="margin:0 0 16px">',
    about ? `${escaped(about)}<br>` : '',
    `<a href="${address}" style="${button}">${escaped(label)}</a><br>`,
    `<span style="${small};word-break:break-all">${address}</span></p>`,
  ].join('');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
