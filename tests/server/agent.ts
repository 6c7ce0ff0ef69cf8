// The server's app as a client meets it, without a port: quiet, open, and with the API alone unless said otherwise.
import { pino } from 'pino';
import request from 'supertest';
import { API_PREFIX, errorSchema } from '../../core/api.ts';
import { type AppDeps, createApp } from '../../server/app.ts';
import type { Books } from '../../server/books.ts';

export const path = (rest: string) => `${API_PREFIX}${rest}`;

const silent = pino({ level: 'silent' });

export function agentFor(books: Books, deps: Partial<AppDeps> = {}) {
  const app = createApp({ books, log: silent, version: '9.9.9', accessKey: null, pages: null, ...deps });
  return request(app.callback());
}
export type Agent = ReturnType<typeof agentFor>;

export const errorOf = (response: request.Response) => errorSchema.parse(response.body).error;
