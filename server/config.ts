// The server's settings, read once from the environment. A wrong one stops the start and is named.
import { z } from 'zod';
import { isLoopback } from './middleware/guard-access.ts';

const KEY_LENGTH_MIN = 16;

const configSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('localhost'),
    /** A file, or postgres://… */
    CLEARSHEET_DATABASE: z.string().min(1).default('data/clearsheet.sqlite'),
    CLEARSHEET_ACCESS_KEY: z.string().min(KEY_LENGTH_MIN).optional(),
    /** Origins of panes that are served from elsewhere, such as `https://panes.example.com`, with commas between. */
    CLEARSHEET_ALLOWED_ORIGINS: z.string().default('').transform(originsIn),
    CLEARSHEET_WORKBENCH: z.stringbool().default(false),
    TLS_CERT: z.string().min(1).optional(),
    TLS_KEY: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine((env) => isLoopback(env.HOST) || env.CLEARSHEET_ACCESS_KEY !== undefined, {
    path: ['CLEARSHEET_ACCESS_KEY'],
    error: 'is needed when HOST is open to other computers (16 characters or more)',
  })
  .refine((env) => (env.TLS_CERT === undefined) === (env.TLS_KEY === undefined), {
    path: ['TLS_KEY'],
    error: 'TLS_CERT and TLS_KEY belong together',
  });

/** An origin is compared letter by letter with the one the browser sends, so a path or a trailing slash would never fit. */
function originsIn(list: string, context: z.RefinementCtx<string>): string[] {
  const origins = list.split(',').flatMap((part) => part.trim() || []);
  for (const origin of origins.filter((text) => !isOrigin(text))) {
    context.addIssue({ code: 'custom', message: `"${origin}" is no origin; write it like https://panes.example.com` });
  }
  return origins;
}

const isOrigin = (text: string) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

export type Config = z.infer<typeof configSchema>;

/** @throws Error that names each setting that is wrong */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = configSchema.safeParse(env);
  if (read.success) return read.data;
  throw new Error(`The settings cannot be used:\n${z.prettifyError(read.error)}`);
}
