// Order numbers as they are compared: one number in several dresses, and numbers that Excel has damaged.

/**
 * The number by which two spellings of one order number meet: full-width forms folded (NFKC), blanks and zero-width
 * marks removed, capitals, and the decorations exports put around ids (`'`, `#`, `="…"`, backtick) taken off.
 * Leading zeros stay: taking them off could join two orders.
 */
export function normalOrderNumber(orderNumber: string): string {
  const folded = orderNumber
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .toUpperCase();
  return folded.replace(/^="(.*)"$/, '$1').replace(/^[='#`]+/, '');
}

/** Excel keeps 15 significant digits of a number; the rest became zeros (Microsoft KB 269370). */
const KEPT_DIGITS = 15;

/**
 * The digits that are left of a number that went through Excel: fifteen and then only zeros, or `2.30115E+17`.
 * Null when it shows no such damage.
 */
export function survivingDigits(orderNumber: string): string | null {
  const scientific = /^(\d)(?:\.(\d+))?E\+?(\d{2})$/i.exec(orderNumber);
  if (scientific) return `${scientific[1] ?? ''}${scientific[2] ?? ''}`;
  if (!/^\d+$/.test(orderNumber) || orderNumber.length <= KEPT_DIGITS) return null;
  return /^0+$/.test(orderNumber.slice(KEPT_DIGITS)) ? orderNumber.slice(0, KEPT_DIGITS) : null;
}
