/** The HTTP server: its limits, and how it stops. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { CountedRequest, longestBodySeconds } from './body-limits';
import type { Handler } from './gate';

export interface WebServer {
  server: Server;
  /** Takes no new connections, lets running requests finish, and cuts what is left after `milliseconds`. */
  close(milliseconds: number): Promise<void>;
}

export function webServer(handler: Handler): WebServer {
  // Node's own `closeIdleConnections` leaves those open on which nothing was ever asked, and browsers keep some.
  const waiting = new Set<Socket>();
  let closing = false;

  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const { socket } = req;
    waiting.delete(socket);
    res.once('close', () => {
      if (closing) socket.destroySoon();
      else if (!socket.destroyed) waiting.add(socket);
    });
    await handler(req, res);
  };

  const server = createServer(
    {
      IncomingMessage: CountedRequest,
      headersTimeout: 10_000,
      // The gate has a shorter one for most addresses.
      requestTimeout: (longestBodySeconds + 10) * 1000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
    },
    serve,
  );
  server.maxHeadersCount = 100;
  // Otherwise Node asks for a body before the gate has looked at its length.
  server.on('checkContinue', serve);
  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.delete(socket));
  });

  return {
    server,
    close: (milliseconds) =>
      new Promise((resolve) => {
        closing = true;
        const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const socket of waiting) socket.destroy();
      }),
  };
}
