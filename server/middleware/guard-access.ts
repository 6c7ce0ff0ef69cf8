// Who may ask: with a key, whoever knows it; without one, this computer only.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Middleware } from 'koa';
import { API_PREFIX } from '../../core/api.ts';
import { ApiError } from '../api-error.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Asks for `Authorization: Bearer KEY` on every call but the health check, by which the pane finds the server. */
export function requireAccessKey(key: string): Middleware {
  const expected = digest(`Bearer ${key}`);
  return async (ctx, next) => {
    const isOpen = !ctx.path.startsWith(`${API_PREFIX}/`) || ctx.path === `${API_PREFIX}/health`;
    // Digests have one length, so the comparison takes the same time for every wrong key.
    if (!isOpen && !timingSafeEqual(digest(ctx.get('Authorization')), expected)) {
      ctx.set('WWW-Authenticate', 'Bearer');
      throw new ApiError('ACCESS_KEY_REQUIRED');
    }
    await next();
  };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A foreign page can point its own host name at this computer (DNS rebinding); its requests still carry that name. */
export function allowOnlyLoopbackNames(): Middleware {
  return async (ctx, next) => {
    if (!LOOPBACK.includes(ctx.hostname)) throw new ApiError('HOST_NOT_ALLOWED');
    await next();
  };
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || host === '::1';
}
