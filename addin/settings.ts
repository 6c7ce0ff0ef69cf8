// What the user has set. Facts about the books travel with the workbook; address, key, author and language stay on the
// machine: a workbook from elsewhere must not be able to send the key to an address of its own.
import { LANGUAGES, type Language, languageOf } from '../core/language.ts';
import { SHOP_NAME_LENGTH_MAX } from '../core/shop-name.ts';
import { DEFAULT_POLICY } from '../core/reconcile/policy.ts';

export interface Settings {
  /** Empty: the origin the pane was loaded from. */
  readonly serverAddress: string;
  readonly accessKey: string;
  /** Who signs what is pushed, run and decided. */
  readonly author: string;
  /** `auto` follows Office's display language. */
  readonly language: Language | 'auto';
  /** Name of the shop (店鋪) by platform; where none is set, the platform's own name stands. */
  readonly shops: Readonly<Record<string, string>>;
  readonly payoutTermDays: number;
}

export const DEFAULT_SETTINGS: Settings = {
  serverAddress: '',
  accessKey: '',
  author: '',
  language: 'auto',
  shops: {},
  payoutTermDays: DEFAULT_POLICY.payoutTermDays,
};

/** Two places to keep texts: one in the workbook, one on this machine. */
export interface SettingsStore {
  readonly readFromWorkbook: () => unknown;
  readonly writeToWorkbook: (value: object) => Promise<void>;
  readonly readFromMachine: () => string | null;
  readonly writeToMachine: (text: string) => void;
}

export function loadSettings(store: SettingsStore): Settings {
  const books = objectOf(store.readFromWorkbook());
  const machine = objectOf(parsed(store.readFromMachine()));
  const language = LANGUAGES.find((known) => known === machine['language']);
  return {
    serverAddress: textOf(machine['serverAddress']),
    accessKey: textOf(machine['accessKey']),
    author: textOf(machine['author']),
    language: language ?? 'auto',
    shops: Object.fromEntries(Object.entries(objectOf(books['shops'])).map(([key, name]) => [key, textOf(name)])),
    payoutTermDays: daysOf(books['payoutTermDays']) ?? DEFAULT_SETTINGS.payoutTermDays,
  };
}

export async function saveSettings(store: SettingsStore, settings: Settings): Promise<void> {
  const { shops, payoutTermDays } = settings;
  saveToMachine(store, settings);
  await store.writeToWorkbook({ shops, payoutTermDays });
}

export function saveToMachine(store: SettingsStore, settings: Settings): void {
  const { serverAddress, accessKey, author, language } = settings;
  store.writeToMachine(JSON.stringify({ serverAddress, accessKey, author, language }));
}

/** Of a name as it would be sent. */
export function isShopNameTooLong(name: string | undefined): boolean {
  return (name ?? '').trim().length > SHOP_NAME_LENGTH_MAX;
}

export function shopName(settings: Settings, platform: string): string {
  return settings.shops[platform]?.trim() || platform;
}

export function displayLanguage(settings: Settings, officeLanguage: string): Language {
  return settings.language === 'auto' ? languageOf(officeLanguage) : settings.language;
}

const PAYOUT_TERM_DAYS_MAX = 365;

/** A whole number of days the server accepts, or null. */
export function daysOf(value: unknown): number | null {
  const days = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= PAYOUT_TERM_DAYS_MAX ? days : null;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // kept by another version, or damaged: the defaults hold
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
