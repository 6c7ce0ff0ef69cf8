// The figures of a file, each currency for itself: amounts of two currencies are never added.
import { type Amount, type Currency, ZERO, subtract, sum } from '../money.ts';
import type { PayoutLine } from '../payout.ts';
import type { Entry } from './checked-file.ts';

export interface CurrencyFigures {
  readonly currency: Currency;
  /** Data rows, accepted or not. */
  readonly rows: number;
  readonly net: Amount;
  readonly acceptedNet: Amount;
  readonly rejectedNet: Amount;
  readonly unreadableNets: number;
}

/** One entry a currency, by code. Rows whose currency is unknown are counted as unreadable, with the first currency. */
export function figuresByCurrency(
  entries: readonly Entry[],
  lines: readonly PayoutLine[],
  only: Currency,
): CurrencyFigures[] {
  const known = new Set(entries.map(({ currency }) => currency ?? '').filter((code) => code !== ''));
  const codes = known.size > 0 ? [...known].sort() : [only];
  return codes.map((currency, at) => {
    const own = entries.filter((entry) => entry.currency === currency || (at === 0 && entry.currency === null));
    const readable = own.filter((entry) => entry.net !== null && entry.currency !== null);
    const net = sum(readable.map((entry) => entry.net ?? ZERO));
    const acceptedNet = sum(lines.filter((line) => line.currency === currency).map((line) => line.net));
    return {
      currency,
      rows: own.length,
      net,
      acceptedNet,
      rejectedNet: subtract(net, acceptedNet),
      unreadableNets: own.length - readable.length,
    };
  });
}

interface Main {
  readonly currency: Currency;
  readonly figures: Pick<CurrencyFigures, 'net' | 'acceptedNet' | 'rejectedNet' | 'unreadableNets'>;
  readonly currencies: number;
  /** Unreadable nets of all currencies. */
  readonly unreadable: number;
}

/** The currency with most rows, the first by code of equals. */
export function mainCurrency(currencies: readonly CurrencyFigures[]): Main {
  const [main] = [...currencies].sort((left, right) => right.rows - left.rows);
  const { currency = '', net = ZERO, acceptedNet = ZERO, rejectedNet = ZERO, unreadableNets = 0 } = main ?? {};
  return {
    currency,
    figures: { net, acceptedNet, rejectedNet, unreadableNets },
    currencies: currencies.length,
    unreadable: currencies.reduce((total, figures) => total + figures.unreadableNets, 0),
  };
}
