/** A mail server on this machine that behaves as badly as it is told to; for tests. */
import type { Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with a recipient or a letter: takes it, answers with a code, says nothing any more, or cuts the line. */
export type Manner = 'take' | 'stall' | 'drop' | number;

export type TestMailServer = {
  port: number;
  /** Letters taken, as they were written. */
  raw: string[];
  letters(): Promise<Email[]>;
  /** How it treats recipients by address, and letters as a whole. */
  recipient: (address: string) => Manner;
  letter: (raw: string) => Manner;
  /** Says nothing to whoever connects. */
  isMute: boolean;
  connections: number;
  close(): Promise<void>;
};

export async function testMailServer(): Promise<TestMailServer> {
  const open = new Set<Socket>();
  const self: TestMailServer = {
    port: 0,
    raw: [],
    letters: () => Promise.all(self.raw.map((raw) => PostalMime.parse(raw))),
    recipient: () => 'take',
    letter: () => 'take',
    isMute: false,
    connections: 0,
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(done);
      }),
  };
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const answer = (manner: Manner, reply: (error?: Error | null) => void) => {
    if (manner === 'take') reply();
    else if (manner === 'drop') cut();
    else if (manner !== 'stall') reply(Object.assign(new Error('Not for us'), { responseCode: manner }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, reply) => {
      self.connections += 1;
      if (!self.isMute) reply();
    },
    onRcptTo: ({ address }, _session, reply) => answer(self.recipient(address), reply),
    onData: (stream, _session, reply) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => {
        parts.push(part);
      });
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString();
        const manner = self.letter(raw);
        if (manner === 'take') self.raw.push(raw);
        answer(manner, reply);
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.server.address();
  self.port = typeof address === 'object' && address ? address.port : 0;
  return self;
}
