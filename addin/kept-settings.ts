// What the team has set, as the pane reads and saves it: each kind of setting in versions, signed.
import { z } from 'zod';
import { type Settings, settingsSchema } from '../core/ledger-api.ts';
import type { SettingKind } from '../core/team-books.ts';
import type { Ask } from './api-client.ts';
import type { Signed } from './library-client.ts';

/** Something the team has set, with who set it and why. */
export interface Kept<T> {
  readonly content: T;
  readonly version: number;
  readonly author: string;
  readonly note: string;
  readonly savedAt: string;
}

export async function listSettings<T>(ask: Ask, kind: SettingKind, schema: z.ZodType<T, unknown>): Promise<Kept<T>[]> {
  return keptIn(await ask({ method: 'GET', path: `/settings/${kind}`, answer: settingsSchema }), schema);
}

export function keptIn<T>({ settings }: Settings, schema: z.ZodType<T, unknown>): Kept<T>[] {
  return settings.map(({ content, version, author, note, savedAt }) => {
    return { content: z.decode(schema, content), version, author, note, savedAt };
  });
}

/** A setting as it is sent: its content on the wire, and the version that was changed. */
export interface SettingToSave {
  readonly kind: SettingKind;
  readonly content: unknown;
  readonly basedOn?: number;
}

/**
 * @returns what is kept of the kind now
 * @throws ApiProblem SETTING_OUTDATED where another version was saved meanwhile
 */
export async function saveSetting(
  ask: Ask,
  { kind, content, basedOn }: SettingToSave,
  { author, note }: Signed,
): Promise<Settings> {
  const body = { content, author, note, ...(basedOn === undefined ? {} : { basedOn }) };
  return ask({ method: 'PUT', path: `/settings/${kind}`, body, answer: settingsSchema });
}
