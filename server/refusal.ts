// How a refusal is written down: its HTTP status, and what is said of it in three languages.
import type { Translated } from '../core/language.ts';

export type Details = Readonly<Record<string, string>>;

export interface Refusal {
  readonly status: number;
  readonly say: Translated<(details: Details) => string>;
}

export const at = (details: Details, key: string) => details[key] ?? '';

export const refusal = (status: number, say: Refusal['say']): Refusal => ({ status, say });
