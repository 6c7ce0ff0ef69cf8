// Proves the books again from their rows: every proof in its order, over one consistent state. Nothing is written.
import type { Books } from '../books.ts';
import type { Statements } from '../store/database.ts';
import { proveBankDocuments } from '../proofs/bank-proofs.ts';
import { proveContents } from '../proofs/content-proofs.ts';
import { proveConversions } from '../proofs/conversion-proofs.ts';
import { proveDocumentsOnVouchers } from '../proofs/document-proofs.ts';
import { proveAuditChain, proveClosedMonths } from '../proofs/log-proofs.ts';
import { proveMonthEnds } from '../proofs/month-end-proofs.ts';
import { proveNumbers, proveStock } from '../proofs/number-proofs.ts';
import { type Proof, type ProofName, PROOFS, type Prove } from '../proofs/proof.ts';
import { proveAllocationsWithin, proveReceivables, proveRollForward } from '../proofs/receivable-proofs.ts';
import { proveLineBookings, proveReceiptsBalance } from '../proofs/receipt-proofs.ts';
import { proveReversalsCancel } from '../proofs/reversal-proofs.ts';
import { proveTrialBalance, proveVouchersBalance } from '../proofs/voucher-proofs.ts';

const PROVERS: Readonly<Record<ProofName, Prove>> = {
  AUDIT_CHAIN: proveAuditChain,
  CONTENTS: proveContents,
  VOUCHERS_BALANCE: proveVouchersBalance,
  RECEIPTS_BALANCE: proveReceiptsBalance,
  DOCUMENTS_ON_VOUCHERS: proveDocumentsOnVouchers,
  RECEIVABLES: proveReceivables,
  ALLOCATIONS_WITHIN: proveAllocationsWithin,
  ROLL_FORWARD: proveRollForward,
  LINE_BOOKINGS: proveLineBookings,
  BANK_DOCUMENTS: proveBankDocuments,
  CONVERSIONS: proveConversions,
  NUMBERS: proveNumbers,
  REVERSALS_CANCEL: proveReversalsCancel,
  TRIAL_BALANCE: proveTrialBalance,
  CLOSED_MONTHS: proveClosedMonths,
  MONTH_ENDS: proveMonthEnds,
  STOCK: proveStock,
};

export function verifyBooks(books: Books): Promise<Proof[]> {
  return books.database.transaction(books.company, async (tx) => {
    const proofs: Proof[] = [];
    for (const name of PROOFS) proofs.push(await prove(tx, name));
    return proofs;
  });
}

/** A row that cannot even be read (no JSON, a document of nothing) breaks the proof that meets it, and not the others. */
async function prove(tx: Statements, name: ProofName): Promise<Proof> {
  await tx.run('SAVEPOINT proof');
  try {
    return await PROVERS[name](tx);
  } catch (error) {
    await tx.run('ROLLBACK TO SAVEPOINT proof');
    const found = error instanceof Error ? error.message.slice(-200) : String(error);
    return { name, counted: 0, faults: [{ table: '—', name, field: 'rows', found, expected: '—' }] };
  }
}
