// Names each request, so that a user's message and the server's log can be brought together.
import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import type { Logger } from 'pino';

export interface RequestState {
  requestId: string;
}

/** Also logs each request: method, path, status, time. Never a body, a query or a key. */
export function giveRequestId(log: Logger): Middleware<RequestState> {
  return async (ctx, next) => {
    const begun = performance.now();
    ctx.state.requestId = randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
    const { method, path, status } = ctx;
    const ms = Math.round(performance.now() - begun);
    log.info({ requestId: ctx.state.requestId, method, path, status, ms }, 'request');
  };
}
