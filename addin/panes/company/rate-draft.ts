// An exchange rate as a person types it, and back again, or why a field is not taken.
import { dayOfText } from '../../../core/business-date.ts';
import { ratesSchema } from '../../../core/ledger-api.ts';
import type { Currency } from '../../../core/money.ts';
import type { EnteredRate } from '../../company-client.ts';
import { currencyIn } from './company-draft.ts';

export interface RateDraft {
  readonly currency: string;
  readonly day: string;
  readonly rate: string;
  readonly source: string;
}

export const NEW_RATE: RateDraft = { currency: '', day: '', rate: '', source: '' };

/** Null while a field is not understood. */
export function rateOf({ currency, day, rate, source }: RateDraft, base: Currency | null): EnteredRate | null {
  const code = currencyIn(currency);
  if (code === null || code === undefined || code === base) return null;
  const wire = { currency: code, validOn: day.trim(), rate: rate.trim(), source: source.trim() };
  const read = ratesSchema.safeParse({ rates: [wire] });
  return read.success ? (read.data.rates[0] ?? null) : null;
}

export type RateProblem = 'wrongCurrency' | 'isBase' | 'wrongDay' | 'wrongRate';

/** What is wrong with what was typed; a field that was never filled is not scolded. */
export function problemsOf(draft: RateDraft, base: Currency | null): Partial<Record<keyof RateDraft, RateProblem>> {
  const code = currencyIn(draft.currency);
  const [day, rate] = [draft.day.trim(), draft.rate.trim()];
  const isRate = (text: string) => ratesSchema.shape.rates.element.shape.rate.safeParse(text).success;
  return {
    ...(code === undefined ? { currency: 'wrongCurrency' as const } : {}),
    ...(code !== null && code === base ? { currency: 'isBase' as const } : {}),
    ...(day !== '' && dayOfText(day) === null ? { day: 'wrongDay' as const } : {}),
    ...(rate !== '' && !isRate(rate) ? { rate: 'wrongRate' as const } : {}),
  };
}

/** The rate that the day has already. */
export function heldRate(rates: readonly EnteredRate[], draft: RateDraft): EnteredRate | null {
  const code = currencyIn(draft.currency);
  return rates.find(({ currency, validOn }) => currency === code && validOn === draft.day.trim()) ?? null;
}
