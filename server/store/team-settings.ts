// What the team has set (設定): each kind as versioned content. A version is never changed; the last one holds.
import type { SettingKind } from '../../core/team-books.ts';
import type { Statements } from './database.ts';

export type { SettingKind };

export interface TeamSetting {
  readonly kind: SettingKind;
  /** Empty for the kinds of which there is one. */
  readonly id: string;
  readonly version: number;
  /** As it travels: amounts and rates as text. */
  readonly content: unknown;
  readonly author: string;
  readonly note: string;
  readonly savedAt: string;
}

type Row = [
  kind: SettingKind,
  id: string,
  version: number,
  content: unknown,
  author: string,
  note: string,
  savedAt: string,
];

const output = ['kind', 'id', 'version', { json: 'content' }, 'author', 'note', 'saved_at'] as const;

/** Every version of a kind, by id and version. */
export async function settingsOf(tx: Statements, kind: SettingKind): Promise<TeamSetting[]> {
  const rest = 'FROM team_settings WHERE company_id = ? AND kind = ? ORDER BY id, version';
  const rows = await tx.select<Row>(output, rest, [tx.company, kind]);
  return rows.map(([, id, version, content, author, note, savedAt]) => {
    return { kind, id, version, content, author, note, savedAt };
  });
}

/** The last version of each id of a kind. */
export async function currentSettings(tx: Statements, kind: SettingKind): Promise<TeamSetting[]> {
  const byId = new Map((await settingsOf(tx, kind)).map((setting) => [setting.id, setting]));
  return [...byId.values()];
}

export async function insertSetting(tx: Statements, setting: TeamSetting): Promise<void> {
  const columns = {
    kind: 'text',
    id: 'text',
    version: 'integer',
    content: 'text',
    author: 'text',
    note: 'text',
    saved_at: 'text',
  } as const;
  const { kind, id, version, content, author, note, savedAt } = setting;
  await tx.insert('team_settings', columns, [[kind, id, version, JSON.stringify(content), author, note, savedAt]]);
}
