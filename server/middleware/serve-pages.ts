// The built pages: the pane for Excel, and, when asked for, the workbench with what it needs to stand in for Excel.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import serve from 'koa-static';

export interface Pages {
  /** Folder of the build: taskpane.html, workbench/, code/, assets/. */
  readonly built: string;
  readonly workbench: WorkbenchFiles | null;
}

interface WorkbenchFiles {
  /** Microsoft's client library as npm holds it; it is served, never copied. */
  readonly officeClient: string;
  readonly samples: string;
}

const PREFIX = '/workbench/';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const LOCAL_CLIENT = `${PREFIX}office-js/`;

const staticFiles = (folder: string) =>
  serve(folder, {
    setHeaders: (response, path) => {
      // Files in code/ are named by their content; all others must be asked for anew.
      const named = /[\\/]code[\\/]/.test(path);
      response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

export function servePages({ built, workbench }: Pages): Middleware[] {
  const pages = staticFiles(built);
  if (workbench === null) return [withoutWorkbench(pages)];
  return [
    serveBelow(LOCAL_CLIENT, workbench.officeClient),
    serveBelow(`${PREFIX}samples/`, workbench.samples),
    servePaneWithLocalClient(built),
    pages,
  ];
}

function withoutWorkbench(pages: Middleware): Middleware {
  return async (ctx, next) => {
    if (ctx.path.startsWith(PREFIX)) await next();
    else await pages(ctx, next);
  };
}

function serveBelow(prefix: string, folder: string): Middleware {
  const files = serve(folder);
  return async (ctx, next) => {
    const { path } = ctx;
    if (!path.startsWith(prefix)) {
      await next();
      return;
    }
    ctx.path = path.slice(prefix.length - 1);
    await files(ctx, () => Promise.resolve());
    ctx.path = path;
  };
}

/** The workbench has no Microsoft host behind it and may be offline, so there the page takes the client from here. */
function servePaneWithLocalClient(built: string): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== `${PREFIX}taskpane.html`) {
      await next();
      return;
    }
    const page = await readFile(join(built, 'taskpane.html'), 'utf8');
    ctx.type = 'html';
    ctx.set('Cache-Control', 'no-cache');
    ctx.body = page.replaceAll(CDN, LOCAL_CLIENT);
  };
}
