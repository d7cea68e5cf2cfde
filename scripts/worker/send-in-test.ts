/** `node --import tsx send-in-test.ts FILE PORT`: sends what is due and never comes to an end by itself; a test kills it. */
import { newsMail } from '@/documents/mails/news';
import { useStore as takeStore } from '@/domain/database';
import { sendNext } from '@/domain/news/sending';
import { mailTransport } from './mail-transport';

const [, , file = '', port] = process.argv;
takeStore(file);
const way = mailTransport({
  host: '127.0.0.1',
  port: Number(port),
  tls: 'none',
  user: null,
  password: null,
  from: 'izdeu@example.kz',
});
await sendNext('izdeu.example.kz', (outgoing) => {
  const { name, address, language, messageId } = outgoing;
  const mail = newsMail(outgoing, 'https://izdeu.example.kz');
  return way.send({ ...mail, to: { name, address }, language, messageId }, new AbortController().signal);
});
