// A sales document in base currency: a sale opens the receivable, a return or a smaller snapshot credits it.
import { add, type Amount, negate, ZERO } from '../money.ts';
import type { SalesDocumentDraft } from '../sales-document.ts';
import { convert, rateBetween, shareOf } from './convert.ts';
import type { Book, Movement } from './open-book.ts';

/**
 * A sale stands at the rate of its day. What credits a receivable that is still open takes back the base it was booked
 * at, so that goods that come back make no exchange gain; the rate is then the booked one. A sale that is taken back
 * later, whatever was paid, is taken back at what it was booked at: revenue knows no exchange gain.
 */
export function valueSale(document: SalesDocumentDraft, book: Book): SalesDocumentDraft['base'] {
  const { currency, amount, documentOn } = document;
  if (currency === book.baseCurrency) return { currency, rate: '1', amount };
  const onReceivable = movementOf(document, 'receivable', negate(amount));
  const { cleared, opened } = book.meet(document, onReceivable);
  const sold = document.kind === 'sale' && amount < 0 ? book.soldBefore(document.orderKey) : null;
  const onDay = sold === null && (cleared.amount === 0 || opened !== 0) ? book.rateOn(currency, documentOn) : null;
  const atDay = onDay === null ? ZERO : convert(opened, onDay, book.baseCurrency);
  const openedBase = sold === null ? atDay : shareOf(sold.base, opened, sold.amount, book.baseCurrency);
  book.open(document, onReceivable, { amount: opened, base: openedBase });
  const base = negate(signed(document, add(cleared.base, openedBase)));
  bookCollected(document, base, book);
  const rate = cleared.amount === 0 && onDay !== null ? onDay : rateBetween(base, amount);
  return { currency: book.baseCurrency, rate, amount: base };
}

/** The part of a sale's base that is freight collected for the carrier. */
export function collectedBase(
  { amount, collected }: Pick<SalesDocumentDraft, 'amount' | 'collected'>,
  base: Amount,
  baseCurrency: string,
): Amount {
  return shareOf(base, collected, amount, baseCurrency);
}

/** Sales and returns pull opposite ways. */
function signed({ kind }: SalesDocumentDraft, amount: Amount): Amount {
  return kind === 'sale' ? amount : negate(amount);
}

function movementOf(document: SalesDocumentDraft, target: Movement['target'], amount: Amount): Movement {
  return { lineKey: '', orderKey: document.orderKey, target, amount: signed(document, amount) };
}

/** The collected freight moves with the sale, at the sale's own base. */
function bookCollected(document: SalesDocumentDraft, base: Amount, book: Book): void {
  if (document.collected === 0) return;
  const onCollected = movementOf(document, 'collected', document.collected);
  const share = signed(document, collectedBase(document, base, book.baseCurrency));
  book.open(document, onCollected, { amount: onCollected.amount, base: share });
}
