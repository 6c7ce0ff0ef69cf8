// The real server with an empty database in memory, on a free port of this machine.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { DEFAULT_COMPANY } from '../../server/books.ts';
import { openDatabase } from '../../server/store/database.ts';

export interface TestServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function startTestServer(accessKey: string | null = null): Promise<TestServer> {
  const database = await openDatabase(':memory:');
  const books = { database, company: DEFAULT_COMPANY, now: () => '2024-06-01T08:00:00.000Z' };
  const app = createApp({ books, log: pino({ level: 'silent' }), version: '0.0.0', accessKey, pages: null });
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
