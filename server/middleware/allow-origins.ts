// Panes that are served from another origin than the API (CORS): only origins that the settings name, and only the API.
import type { Context, Middleware } from 'koa';
import { API_PREFIX } from '../../core/api.ts';

const PREFLIGHT_SECONDS = 600;

/**
 * Stands before everything that refuses: a browser asks ahead (OPTIONS) without the access key, and shows the page
 * errors too only where the origin is named. Pages of other origins get no such headers, so browsers keep answers from them.
 */
export function allowOrigins(origins: readonly string[]): Middleware {
  return async (ctx, next) => {
    const isApi = ctx.path.startsWith(`${API_PREFIX}/`);
    if (isApi && origins.length > 0) ctx.vary('Origin');
    const isAllowed = isApi && origins.includes(ctx.get('Origin'));
    if (isAllowed) nameOrigin(ctx);
    const asksAhead = ctx.method === 'OPTIONS' && ctx.get('Access-Control-Request-Method') !== '';
    if (isAllowed && asksAhead) answerAhead(ctx);
    else await next();
  };
}

function nameOrigin(ctx: Context): void {
  ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));
  ctx.set('Access-Control-Expose-Headers', 'X-Request-Id, Content-Disposition');
}

function answerAhead(ctx: Context): void {
  ctx.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  ctx.set('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  ctx.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
  ctx.status = 204;
}
