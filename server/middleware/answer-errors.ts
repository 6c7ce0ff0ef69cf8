// The one place where an error becomes an answer: code, sentences in three languages, and nothing that must not be shown.
import type { Middleware } from 'koa';
import type { Logger } from 'pino';
import { ApiError } from '../api-error.ts';
import type { RequestState } from './give-request-id.ts';

export function answerErrors(log: Logger): Middleware<RequestState> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const refusal = refusalOf(error);
      const { requestId } = ctx.state;
      if (refusal.code === 'INTERNAL') log.error({ requestId, ...loggable(error) }, 'unexpected error');
      ctx.status = refusal.status;
      ctx.body = { error: { code: refusal.code, message: refusal.translated, requestId } };
    }
  };
}

/** Name and stack only: PostgreSQL hangs the values of the failed row on its errors. */
function loggable(error: unknown): { readonly name: string; readonly stack: string } {
  return error instanceof Error ? { name: error.name, stack: error.stack ?? '' } : { name: typeof error, stack: '' };
}

/** The body parser says with a status what was wrong; everything unnamed is our own fault. */
function refusalOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return new ApiError('BODY_TOO_LARGE');
  if (status === 400 || status === 415) return new ApiError('BAD_JSON');
  return new ApiError('INTERNAL');
}
