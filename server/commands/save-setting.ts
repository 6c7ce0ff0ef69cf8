// The team's settings (設定): company, policy, fee contracts, payout and holiday calendars, as versions that are never
// changed. What contradicts itself or another setting is refused with its sentence.
import { z } from 'zod';
import { findCalendarFaults } from '../../core/calendar/choose-calendar.ts';
import { holidayCalendarSchema } from '../../core/calendar/holiday-calendar-schema.ts';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import type { CompanySettings } from '../../core/company.ts';
import { explainFeeRuleFault, faultsOfFeeRules } from '../../core/fees/fee-rule-faults.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import type { Translated } from '../../core/language.ts';
import type { SaveSetting, Settings } from '../../core/ledger-api.ts';
import type { SettingKind } from '../../core/team-books.ts';
import { companySettingsSchema, teamPolicySchema } from '../../core/team-settings.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { currentSettings, insertSetting, settingsOf } from '../store/team-settings.ts';
import { hasVouchers } from '../store/vouchers.ts';

export function getSettings(books: Books, kind: SettingKind, history: boolean): Promise<Settings> {
  return books.database.transaction(books.company, async (tx) => ({
    settings: await (history ? settingsOf(tx, kind) : currentSettings(tx, kind)),
  }));
}

/** Saves a further version. @returns the settings of the kind as they stand now */
export function saveSetting(books: Books, kind: SettingKind, request: SaveSetting): Promise<Settings> {
  return books.database.transaction(books.company, async (tx) => {
    await saveOne(tx, kind, request, books.now());
    return { settings: await currentSettings(tx, kind) };
  });
}

export interface SettingToSave {
  readonly kind: SettingKind;
  readonly request: SaveSetting;
}

/** All of them or, when one is refused, none. */
export function saveSettings(books: Books, settings: readonly SettingToSave[]): Promise<void> {
  return books.database.transaction(books.company, (tx) => addSettings(tx, settings, books.now));
}

/** `saveSettings` within a transaction that does more. */
export async function addSettings(
  tx: Statements,
  settings: readonly SettingToSave[],
  now: () => string,
): Promise<void> {
  for (const { kind, request } of settings) await saveOne(tx, kind, request, now());
}

/** Content that is held already makes no version. */
async function saveOne(tx: Statements, kind: SettingKind, request: SaveSetting, savedAt: string): Promise<void> {
  const { id, content } = await KINDS[kind](tx, request.content);
  const held = (await currentSettings(tx, kind)).find((setting) => setting.id === id);
  const { author, note, basedOn } = request;
  if (basedOn !== undefined && held !== undefined && held.version !== basedOn)
    throw new ApiError('SETTING_OUTDATED', { author: held.author || '—', version: String(held.version) });
  if (held !== undefined && JSON.stringify(held.content) === JSON.stringify(content)) return;
  const version = (held?.version ?? 0) + 1;
  await insertSetting(tx, { kind, id, version, content, author, note, savedAt });
  const subject = id === '' ? kind : `${kind} ${id}`;
  await appendAudit(tx, savedAt, { action: 'setting.saved', subject, detail: { version, author, note } });
}

/** A setting that may be saved: as it is kept, with the id by which it is found again. */
interface Checked {
  readonly id: string;
  readonly content: unknown;
}

/** People write settings by hand: a fault is named with its place. */
function parse<T>(schema: z.ZodType<T, unknown>, wire: unknown): T {
  const read = schema.safeParse(wire);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = (issue?.path ?? []).map(String).join('.') || '—';
  throw new ApiError('SETTING_UNREADABLE', { path, problem: issue?.message ?? 'unknown' });
}

const KINDS: Readonly<Record<SettingKind, (tx: Statements, wire: unknown) => Promise<Checked>>> = {
  company: async (tx, wire) => {
    const company = parse(companySettingsSchema, wire);
    await keepBaseCurrency(tx, company);
    return { id: '', content: z.encode(companySettingsSchema, company) };
  },
  policy: async (_tx, wire) => {
    return { id: '', content: z.encode(teamPolicySchema, parse(teamPolicySchema, wire)) };
  },
  'fee-rule': async (tx, wire) => {
    const rule = parse(feeRuleSchema, wire);
    const rules = [rule, ...(await others(tx, 'fee-rule', versionedId(rule), feeRuleSchema))];
    const faults = faultsOfFeeRules(rules);
    refuseFaults(faults.map((one) => inThreeLanguages((language) => explainFeeRuleFault(one, language))));
    return { id: versionedId(rule), content: z.encode(feeRuleSchema, rule) };
  },
  'payout-calendar': async (tx, wire) => {
    const calendar = parse(payoutCalendarSchema, wire);
    const calendars = [calendar, ...(await others(tx, 'payout-calendar', versionedId(calendar), payoutCalendarSchema))];
    refuseFaults(findCalendarFaults(calendars).map(({ message }) => message));
    return { id: versionedId(calendar), content: z.encode(payoutCalendarSchema, calendar) };
  },
  'holiday-calendar': async (_tx, wire) => {
    const calendar = parse(holidayCalendarSchema, wire);
    return { id: calendar.id, content: z.encode(holidayCalendarSchema, calendar) };
  },
};

/** Contracts and calendars follow one another in time: v1 until the end of the year, v2 after it, both in force. */
const versionedId = ({ id, version }: { readonly id: string; readonly version: number }) => `${id}@${version}`;

async function others<T>(tx: Statements, kind: SettingKind, id: string, schema: z.ZodType<T, unknown>): Promise<T[]> {
  const held = await currentSettings(tx, kind);
  return held.filter((setting) => setting.id !== id).map(({ content }) => z.decode(schema, content));
}

/** Documents were valued in it; another one would leave them in two currencies. */
async function keepBaseCurrency(tx: Statements, { baseCurrency }: CompanySettings): Promise<void> {
  const [held] = await others(tx, 'company', '-', companySettingsSchema);
  const before = held?.baseCurrency ?? null;
  if (before === baseCurrency || !(await hasVouchers(tx))) return;
  throw new ApiError('BASE_CURRENCY_FIXED', { from: before ?? '—', to: baseCurrency ?? '—' });
}

function inThreeLanguages(say: (language: keyof Translated) => string): Translated {
  return { 'zh-TW': say('zh-TW'), 'zh-CN': say('zh-CN'), en: say('en') };
}

function refuseFaults(faults: readonly Translated[]): void {
  const [first] = faults;
  if (first !== undefined) throw new ApiError('SETTING_FAULTY', { ...first });
}
