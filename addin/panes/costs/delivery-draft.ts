// One delivery as a person types it, and back again, or why a field is not taken.
import { dayOfText } from '../../../core/business-date.ts';
import { plain } from '../../../core/mapping/read-cells.ts';
import { type Currency, textOfAmount } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { currencyIn } from '../company/company-draft.ts';
import { typedAmount } from '../typed-amount.ts';

export interface DeliveryDraft {
  readonly sku: string;
  readonly day: string;
  readonly reference: string;
  readonly pieces: string;
  readonly cost: string;
  readonly currency: string;
}

export const newDelivery = (baseCurrency: Currency | null): DeliveryDraft => ({
  ...{ sku: '', day: '', reference: '', pieces: '', cost: '', currency: baseCurrency ?? 'TWD' },
});

export function draftOf({ sku, receivedOn, reference, quantity, cost, currency }: ItemCost): DeliveryDraft {
  return { sku, day: receivedOn, reference, pieces: String(quantity), cost: textOfAmount(cost), currency };
}

/** Null while a field is not understood. */
export function deliveryOf(draft: DeliveryDraft, baseCurrency: Currency | null): ItemCost | null {
  if (Object.keys(problemsOf(draft, baseCurrency)).length > 0) return null;
  const [receivedOn, cost] = [dayOfText(draft.day.trim()), typedAmount(draft.cost)];
  const [quantity, currency] = [piecesIn(draft.pieces), currencyIn(draft.currency)];
  if (receivedOn === null || quantity === null || quantity === undefined) return null;
  if (cost === null || cost === undefined || currency === null || currency === undefined) return null;
  // As sheets and exports are read: the same item typed in full-width letters is no other one.
  return { sku: plain(draft.sku), receivedOn, reference: plain(draft.reference), quantity, cost, currency };
}

type DraftProblem =
  'missing' | 'wrongDay' | 'wrongPieces' | 'wrongAmount' | 'noPieces' | 'wrongCurrency' | 'foreignCurrency';

type Problems = Partial<Record<keyof DeliveryDraft, DraftProblem>>;

const PIECES_MAX = 1_000_000_000;

/** Null: left empty; undefined: not understood. */
function piecesIn(text: string): number | null | undefined {
  const read = typedAmount(text);
  if (read === null || read === undefined) return read;
  const pieces = read / 10_000;
  return Number.isInteger(pieces) && pieces <= PIECES_MAX ? pieces : undefined;
}

/** What each field lacks or why it is not taken. */
export function problemsOf(draft: DeliveryDraft, baseCurrency: Currency | null): Problems {
  const [pieces, cost] = [piecesIn(draft.pieces), typedAmount(draft.cost)];
  const costs = typeof cost === 'number' && cost > 0;
  const found: [keyof DeliveryDraft, DraftProblem | null][] = [
    ['sku', draft.sku.trim() === '' ? 'missing' : null],
    ['day', draft.day.trim() === '' ? 'missing' : dayOfText(draft.day.trim()) === null ? 'wrongDay' : null],
    ['pieces', pieces === null ? 'missing' : pieces === undefined ? 'wrongPieces' : null],
    [
      'cost',
      cost === null ? 'missing' : cost === undefined ? 'wrongAmount' : pieces === 0 && costs ? 'noPieces' : null,
    ],
    ['currency', problemOfCurrency(draft.currency, baseCurrency)],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

function problemOfCurrency(text: string, baseCurrency: Currency | null): DraftProblem | null {
  const code = currencyIn(text);
  if (code === null) return 'missing';
  if (code === undefined) return 'wrongCurrency';
  return baseCurrency !== null && code !== baseCurrency ? 'foreignCurrency' : null;
}
