// A deposit report as rows: one a batch, one a withdrawal of a wallet, one a deposit that nothing explains. Worksheet, pane
// and command line show the same rows.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, subtract, sum, ZERO } from '../money.ts';
import type { ConversionSpread } from '../ledger/conversion-vouchers.ts';
import { type BankDocument, groupSubject } from './bank-document.ts';
import type { BankLine } from './bank-line.ts';
import { type DueCheck, lineKeyOf } from './check-deposits.ts';
import { impliedRate } from './conversion.ts';
import type { DepositGroup, DepositProposal } from './deposit-match.ts';
import type { DepositReport } from './deposit-report.ts';
import type { PayoutBatch } from './payout-batch.ts';

export type DepositState = DueCheck['state'] | 'DEPOSIT_WITHOUT_BATCH';

export interface DepositRow {
  readonly key: string;
  readonly kind: 'batch' | 'withdrawal' | 'deposit';
  readonly state: DepositState;
  /** Empty for a deposit that nothing explains. */
  readonly shop: string;
  readonly currency: Currency;
  /** The day of payout, withdrawal or deposit. */
  readonly day: BusinessDate;
  /** Number of the statement, or the bank's of the movement; empty where there is none. */
  readonly reference: string;
  readonly lines: number | null;
  /** Σ nets of the lines, and the total that the report declares. */
  readonly total: Amount | null;
  readonly declared: Amount | null;
  readonly fileDifference: Amount;
  /** What should arrive; null for a deposit. */
  readonly due: Amount | null;
  readonly arrivedOn: BusinessDate | null;
  /** Its part of what arrived: of several in one deposit each its due, and the last one the rest. */
  readonly arrived: Amount | null;
  readonly fee: Amount;
  /** Due − arrived − fee, once something arrived. */
  readonly difference: Amount;
  /** Due, while nothing arrived. */
  readonly outstanding: Amount;
  /** How many payouts share the deposit. */
  readonly sharing: number;
  readonly carriedInto: boolean;
  /** What it became where a processor converted it; null where it arrived as it was due. */
  readonly converted: ConvertedDue | null;
  /** Number of its 提領單 or 入帳單; of a conversion both. */
  readonly document: string | null;
  /** Why somebody is asked about it. */
  readonly proposal: DepositProposal | null;
}

/** The group of a conversion: what was converted, what came of it, and at which rate. */
export interface ConvertedDue {
  readonly due: Amount;
  readonly currency: Currency;
  readonly received: Amount;
  /** To six decimals. */
  readonly rate: string;
  /** Null until it is booked, and while each currency is kept by itself. */
  readonly spread: ConversionSpread | null;
  /** Of several payouts the one that the group's figures stand with. */
  readonly isLast: boolean;
}

/** Batches, withdrawals and deposits, each by day. */
export function depositRows(report: DepositReport): DepositRow[] {
  const find = new Finder(report);
  const batches = report.batches.map((check) => batchRow(check, find));
  const withdrawals = report.withdrawals.map((check) => withdrawalRow(check, find));
  const strays = report.withoutBatch.flatMap((key) => strayRow(key, find));
  return [batches, withdrawals, strays].flatMap((rows) => [...rows].sort(byDay));
}

const byDay = (left: DepositRow, right: DepositRow) =>
  `${left.day} ${left.key}` < `${right.day} ${right.key}` ? -1 : 1;

/** Of what rows speak, by key. */
class Finder {
  readonly payouts: ReadonlyMap<string, PayoutBatch>;
  readonly lines: ReadonlyMap<string, BankLine>;
  readonly shops: ReadonlyMap<string, string>;
  private readonly proposals = new Map<string, DepositProposal>();
  private readonly documents = new Map<string, BankDocument[]>();
  private readonly groupOf = new Map<string, string>();

  constructor(report: DepositReport) {
    this.payouts = new Map(report.payouts.map((batch) => [batch.key, batch]));
    this.lines = new Map(report.lines.map((line) => [lineKeyOf(line), line]));
    this.shops = new Map(report.accounts.map(({ account }) => [account.key, account.shop ?? '']));
    // What is asked about a row itself shows all that it may belong to; another's question only that one.
    for (const proposal of report.proposals) this.addProposal(proposal.about, proposal);
    for (const proposal of report.proposals) {
      const keys = proposal.solutions.flatMap(({ dues, deposits }) => [...dues, ...deposits]);
      for (const key of keys) this.addProposal(key, proposal);
    }
    const undone = new Set(report.documents.map(({ reverses }) => reverses));
    for (const document of report.documents) {
      if (document.reverses !== null || undone.has(document.number)) continue;
      this.documents.set(document.subject, [...(this.documents.get(document.subject) ?? []), document]);
    }
    for (const { id, dues } of report.held) for (const due of dues) this.groupOf.set(due, groupSubject(id));
  }

  private addProposal(key: string, proposal: DepositProposal): void {
    if (!this.proposals.has(key)) this.proposals.set(key, proposal);
  }

  proposal(key: string): DepositProposal | null {
    return this.proposals.get(key) ?? null;
  }

  document(key: string): string | null {
    const numbers = this.standing(key).map(({ number }) => number);
    return numbers.length === 0 ? null : numbers.join(' + ');
  }

  /** Of several shops in one deposit their sum. */
  spread(key: string): ConversionSpread | null {
    const spreads = this.standing(key).flatMap(({ spread }) => spread ?? []);
    const [first = null] = spreads;
    return first && { ...first, amount: sum(spreads.map(({ amount }) => amount)) };
  }

  private standing(key: string): readonly BankDocument[] {
    return this.documents.get(this.groupOf.get(key) ?? '') ?? this.documents.get(key) ?? [];
  }
}

function batchRow(check: DueCheck, find: Finder): DepositRow {
  const batch = find.payouts.get(check.key);
  const {
    shop = '',
    currency = '',
    paidOutOn = '' as BusinessDate,
    statement = '',
    lines = 0,
    total = ZERO,
  } = batch ?? {};
  const facts = {
    shop,
    currency,
    day: paidOutOn,
    reference: statement,
    lines,
    total,
    declared: batch?.declared ?? null,
  };
  return { ...facts, ...dueFacts(check, find), kind: 'batch' };
}

function withdrawalRow(check: DueCheck, find: Finder): DepositRow {
  const line = find.lines.get(check.key);
  const { currency = '', bookedOn: day = '' as BusinessDate, reference = '', account = '' } = line ?? {};
  const facts = { shop: find.shops.get(account) ?? '', currency, day, reference, ...NO_FILE };
  return { ...facts, ...dueFacts(check, find), kind: 'withdrawal' };
}

const NO_FILE = { lines: null, total: null, declared: null } as const;

function dueFacts(check: DueCheck, find: Finder) {
  const { key, state, due, fileDifference, group, carriedInto } = check;
  const share = group === null ? null : shareOf(key, due, group, find);
  return {
    ...{ key, state, fileDifference, due, arrivedOn: share?.arrivedOn ?? null, arrived: share?.arrived ?? null },
    fee: share?.fee ?? ZERO,
    difference: share === null ? ZERO : subtract(subtract(due, share.arrived), share.fee),
    outstanding: group === null && carriedInto === null && due > ZERO ? due : ZERO,
    sharing: group?.dues.length ?? 0,
    carriedInto: carriedInto !== null,
    converted: group === null ? null : convertedDue(key, group, find),
    document: find.document(key),
    proposal: group === null ? find.proposal(key) : null,
  };
}

function convertedDue(key: string, group: DepositGroup, find: Finder): ConvertedDue | null {
  const { arrivedIn: currency, received, dues } = group;
  if (currency === undefined) return null;
  const isLast = dues[dues.length - 1] === key;
  const due = subtract(group.due, group.unexplained);
  return { due, currency, received, rate: impliedRate(group), spread: find.spread(key), isLast };
}

/**
 * What a due has of its group's deposits. Each has what it is due; the last one has the rest, with the fee. Of what was
 * converted each arrived whole: the deposit is of another currency.
 */
function shareOf(key: string, due: Amount, group: DepositGroup, find: Finder) {
  const { dues, deposits, fee, due: whole } = group;
  const received = group.arrivedIn === undefined ? group.received : subtract(whole, group.unexplained);
  const days = deposits.flatMap((deposit) => find.lines.get(deposit)?.bookedOn ?? []).sort();
  const isLast = dues[dues.length - 1] === key;
  const rest = subtract(received, subtract(whole, due));
  return { arrivedOn: days[days.length - 1] ?? null, arrived: isLast ? rest : due, fee: isLast ? fee : ZERO };
}

function strayRow(key: string, find: Finder): DepositRow[] {
  const line = find.lines.get(key);
  if (line === undefined) return [];
  const { account, currency, bookedOn, amount, reference } = line;
  const facts = { key, shop: find.shops.get(account) ?? '', currency, day: bookedOn, reference, ...NO_FILE };
  return [
    {
      ...facts,
      ...{ kind: 'deposit', state: 'DEPOSIT_WITHOUT_BATCH', fileDifference: ZERO, due: null },
      ...{ arrivedOn: bookedOn, arrived: amount, fee: ZERO, difference: ZERO, outstanding: ZERO },
      ...{ sharing: 0, carriedInto: false, converted: null, document: null, proposal: find.proposal(key) },
    },
  ];
}

/** How many rows have each state. */
export function countStates(rows: readonly Pick<DepositRow, 'state'>[]): Map<DepositState, number> {
  const counts = new Map<DepositState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** Σ due = Σ arrived + fees + differences + outstanding + what was carried on: zero for every report, in each currency. */
export function imbalanceOfRows(rows: readonly DepositRow[]): Amount {
  const dues = rows.filter(({ kind }) => kind !== 'deposit');
  const counted = dues.filter(({ arrived, outstanding }) => arrived !== null || outstanding !== ZERO);
  const told = counted.flatMap(({ arrived, fee, difference, outstanding }) => [
    ...[arrived ?? ZERO, fee, difference, outstanding],
  ]);
  return subtract(sum(counted.map(({ due }) => due ?? ZERO)), sum(told));
}
