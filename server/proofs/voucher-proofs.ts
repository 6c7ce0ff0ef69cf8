// Proofs of double entry: every voucher balances in both currencies, and so do the books.
import type { Statements } from '../store/database.ts';
import { countOf, differences, type Prove, sumOf } from './proof.ts';

const SIDES = ['l.debit', 'l.credit', 'l.base_debit', 'l.base_credit'].map(sumOf);

export const proveVouchersBalance: Prove = async (tx) => {
  const rows = await tx.select<[string, number, number, number, number, number]>(
    ['v.number', ...SIDES, 'count(l.voucher_id)'],
    `FROM vouchers v LEFT JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
     WHERE v.company_id = ? GROUP BY v.id, v.number
     HAVING ${sumOf('l.debit')} <> ${sumOf('l.credit')} OR ${sumOf('l.base_debit')} <> ${sumOf('l.base_credit')}
       OR count(l.voucher_id) = 0 ORDER BY v.id`,
    [tx.company],
  );
  const faults = rows.flatMap(([number, debit, credit, baseDebit, baseCredit, lines]) => [
    ...differences('vouchers', number, [
      ['debit', debit, credit],
      ['base_debit', baseDebit, baseCredit],
    ]),
    ...(lines > 0 ? [] : [{ table: 'vouchers', name: number, field: 'voucher_lines', found: '0', expected: '≥ 2' }]),
  ]);
  return { name: 'VOUCHERS_BALANCE', counted: await countOf(tx, 'vouchers'), faults };
};

/** By currency and base currency: two of them are never added. */
export const proveTrialBalance: Prove = async (tx) => {
  const sets = await currencySets(tx);
  const faults = sets.flatMap(([currency, baseCurrency, debit, credit, baseDebit, baseCredit]) =>
    differences('voucher_lines', currency === baseCurrency ? currency : `${currency}/${baseCurrency}`, [
      ['debit', debit, credit],
      ['base_debit', baseDebit, baseCredit],
    ]),
  );
  return { name: 'TRIAL_BALANCE', counted: sets.length, faults };
};

function currencySets(tx: Statements): Promise<[string, string, number, number, number, number][]> {
  return tx.select(
    ['v.currency', 'v.base_currency', ...SIDES],
    `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
     WHERE v.company_id = ? GROUP BY v.currency, v.base_currency ORDER BY v.currency, v.base_currency`,
    [tx.company],
  );
}
