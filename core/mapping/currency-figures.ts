// The figures of a file, each currency for itself: amounts of two currencies are never added.
import { type Amount, type Currency, ZERO, amountOfUnits } from '../money.ts';
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
  const tallies = new Map<Currency, Tally>();
  const tallyOf = (currency: Currency) => {
    const known = tallies.get(currency);
    if (known) return known;
    const tally: Tally = { rows: 0, net: 0, accepted: 0, unreadable: 0 };
    tallies.set(currency, tally);
    return tally;
  };
  let lost = 0;
  for (const { currency, net } of entries) {
    if (currency === null) lost++;
    else addRow(tallyOf(currency), net);
  }
  for (const { currency, net } of lines) tallyOf(currency).accepted += net;
  const codes = tallies.size > 0 ? [...tallies.keys()].sort() : [only];
  return codes.map((code, at) => figuresOf(code, tallyOf(code), at === 0 ? lost : 0));
}

/** Sums in ten-thousandths, checked when they become amounts. */
interface Tally {
  rows: number;
  net: number;
  accepted: number;
  unreadable: number;
}

function addRow(tally: Tally, net: Amount | null): void {
  tally.rows++;
  if (net === null) tally.unreadable++;
  else tally.net += net;
}

function figuresOf(currency: Currency, { rows, net, accepted, unreadable }: Tally, lost: number): CurrencyFigures {
  return {
    currency,
    rows: rows + lost,
    net: amountOfUnits(net),
    acceptedNet: amountOfUnits(accepted),
    rejectedNet: amountOfUnits(net - accepted),
    unreadableNets: unreadable + lost,
  };
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
