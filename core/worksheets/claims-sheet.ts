// The claims list (平台申訴清單): what each platform owes by our books, with the figures and the evidence that a claim
// needs. Amounts claimed and the totals by platform are live formulas.
import type { ReconcileResult } from '../api.ts';
import type { BusinessDate } from '../business-date.ts';
import type { HeldReserve } from '../calendar/forecast-payouts.ts';
import type { Language } from '../language.ts';
import { type Amount, type Currency, numberOfAmount, subtract, sum, ZERO } from '../money.ts';
import { componentLabel } from '../payout-words.ts';
import { partsOfOrderKey } from '../reconcile/account.ts';
import { refundedTooMuch } from '../reconcile/at-stake.ts';
import { explainOrder, headlineLabel } from '../reconcile/explain.ts';
import type { DifferenceReason, Headline, OrderOutcome } from '../reconcile/outcome.ts';
import { columnLetters } from '../sheet-table.ts';
import { STATE_LABELS } from '../work-words.ts';
import { CLAIMS_SHEET_NAME, type ClaimsWord, claimsWord } from './claims-labels.ts';
import type { ResultContext } from './result-context.ts';
import type { ColumnFormat, ResultLine, ResultSheet, ResultTable, ResultValue } from './result-sheet.ts';
import { dayCell, ORDER_NUMBER_WIDTH } from './shared-columns.ts';
import { sumIfs } from './summary-page.ts';
import { columnRange, exactly, sumOfCells } from './table-layout.ts';
import { wideEnough } from './text-width.ts';

/** One claim: a platform's figure against what it should be. */
export interface Claim {
  readonly order: OrderOutcome;
  readonly platform: string;
  readonly currency: Currency;
  readonly date: BusinessDate | null;
  readonly headline: Headline;
  /** The fee that differs; null for everything else. */
  readonly fee: string | null;
  readonly charged: Amount;
  readonly contract: Amount;
}

type Answer = Pick<ReconcileResult, 'orders' | 'asOf' | 'policy' | 'forecast'>;

/** By platform, shop and order, as the orders stand. */
export function claimsOf({ orders, policy, forecast }: Answer, context: ResultContext): Claim[] {
  const reserves = new Map(forecast.reserves.map((reserve) => [reserve.orderKey, reserve]));
  return orders
    .filter(({ discrepancies }) => discrepancies.length > 0)
    .flatMap((order) => {
      const isClaimed = context.workStates?.get(order.orderKey) === 'claimed';
      const reserve = reserves.get(order.orderKey) ?? null;
      return claimsOfOrder(order, { freightMax: policy.freightMax, reserve, isClaimed, language: context.language });
    })
    .sort((left, right) => (left.platform === right.platform ? 0 : left.platform < right.platform ? -1 : 1));
}

/** What is known of an order beside its outcome. */
interface Known {
  readonly freightMax: Amount | null;
  readonly reserve: HeldReserve | null;
  /** Somebody has claimed on the work list what stands first on the order. */
  readonly isClaimed: boolean;
  readonly language: Language;
}

function claimsOfOrder(order: OrderOutcome, known: Known): Claim[] {
  const platform = partsOfOrderKey(order.orderKey).shop.split('/')[0] ?? '';
  const base = { order, platform, currency: order.currency, fee: null, date: order.paidOutOn };
  const { discrepancies, receivable, credited, refunded, freight, differences, dueOn } = order;
  const beyond = refundedTooMuch(order);
  const { freightMax, language } = known;
  const holds = (headline: Headline) => discrepancies.includes(headline);
  const owed = subtract(receivable, credited);
  // What is missing is attributed once: a refund without credit note is no short payment as well.
  const missing = sum(differences.filter(({ reason }) => UNPAID.has(reason)).map(({ amount }) => amount));
  const unpaid = (['SHORT', 'OVERDUE'] as const).filter(holds).map((headline): Claim => {
    return { ...base, headline, date: dueOn, charged: subtract(owed, missing), contract: owed };
  });
  const refunds: Claim[] =
    holds('REFUND_NOT_WRITTEN_OFF') && beyond !== null
      ? [{ ...base, headline: 'REFUND_NOT_WRITTEN_OFF', charged: refunded, contract: subtract(refunded, beyond) }]
      : [];
  const freights: Claim[] =
    holds('SHIPPING_DIFF') && freightMax !== null
      ? [{ ...base, headline: 'SHIPPING_DIFF', charged: freight, contract: freightMax }]
      : [];
  const claims = [...(missing > 0 ? unpaid : []), ...chargedTooMuch(order, base, language), ...refunds, ...freights];
  return [...claims, ...keptBack(order, base, known)];
}

type Base = Pick<Claim, 'order' | 'platform' | 'currency' | 'fee' | 'date'>;

/** Chargebacks and fees above contract, as far as they are not given up. */
function chargedTooMuch({ claim, differences }: OrderOutcome, base: Base, language: Language): Claim[] {
  return (claim > 0 ? differences : []).flatMap(({ reason, feeType, charged, amount }): Claim[] => {
    if (amount <= 0) return [];
    if (reason === 'CHARGEBACK') return [{ ...base, headline: 'CHARGEBACK', charged: amount, contract: ZERO }];
    if (reason !== 'FEE_DIFF' || charged === null) return [];
    const fee = feeType === null ? null : componentLabel(feeType, language);
    return [{ ...base, headline: 'FEE_DIFF', fee, charged, contract: subtract(charged, amount) }];
  });
}

/**
 * A reserve past its day of release. An earlier one, and an order that cost more than it brought, are no claims by
 * themselves: they stand here once somebody has claimed them.
 */
function keptBack(order: OrderOutcome, base: Base, { reserve: held, isClaimed }: Known): Claim[] {
  const { headline, discrepancies, reserve, net } = order;
  const isLate = held?.isLate ?? false;
  const takes = discrepancies.includes('RESERVE_HELD') && (isLate || (isClaimed && headline === 'RESERVE_HELD'));
  if (takes && reserve > ZERO) {
    return [
      { ...base, headline: 'RESERVE_HELD', date: held?.releaseOn ?? base.date, charged: ZERO, contract: reserve },
    ];
  }
  return isClaimed && headline === 'NEGATIVE_NET' && net < ZERO
    ? [{ ...base, headline: 'NEGATIVE_NET', charged: net, contract: ZERO }]
    : [];
}

const UNPAID: ReadonlySet<DifferenceReason> = new Set(['SHORT', 'OVERDUE', 'SUBSIDY_DIFF']);

interface ClaimColumn {
  readonly key: ClaimsWord;
  readonly format: ColumnFormat;
  readonly width: number;
  readonly wrap?: boolean;
}

const COLUMNS: readonly ClaimColumn[] = [
  { key: 'platform', format: 'text', width: 14 },
  { key: 'shop', format: 'text', width: 14 },
  { key: 'orderNumber', format: 'text', width: ORDER_NUMBER_WIDTH },
  { key: 'date', format: 'date', width: 12 },
  { key: 'what', format: 'text', width: 22 },
  { key: 'currency', format: 'text', width: 8 },
  { key: 'charged', format: 'amount', width: 14 },
  { key: 'contract', format: 'amount', width: 14 },
  { key: 'claimed', format: 'amount', width: 14 },
  { key: 'state', format: 'text', width: 12 },
  { key: 'evidence', format: 'text', width: 60, wrap: true },
];
const columnOf = (key: ClaimsWord) => COLUMNS.findIndex((column) => column.key === key);

/** Null where no platform owes anything. @param decimals as on the other sheets of the workbook */
export function claimsSheet(result: Answer, context: ResultContext, decimals: number): ResultSheet | null {
  const claims = claimsOf(result, context);
  if (claims.length === 0) return null;
  const { language } = context;
  const name = CLAIMS_SHEET_NAME[language];
  const places = [...new Map(claims.map((claim) => [`${claim.platform} ${claim.currency}`, claim])).values()];
  const headerRow = places.length + 4;
  const table: ResultTable = {
    name: 'Clearsheet_claims',
    headerRow,
    columns: COLUMNS.map(({ key, ...layout }) => wideEnough({ header: claimsWord(key, language), ...layout })),
    rows: claims.map((claim, at) => rowOf(claim, headerRow + 1 + at, result, context)),
  };
  return {
    ...{ key: 'claims', name, decimals, tone: 'warning', frozenRows: headerRow, frozenColumns: 3 },
    lines: [
      { style: 'title', cells: [name] },
      { style: 'note', cells: [claimsWord('note', language)] },
      ...places.map(({ platform, currency }) => totalLine(platform, currency, table)),
    ],
    tables: [table],
  };
}

function rowOf(claim: Claim, row: number, { asOf }: Answer, { language, workStates }: ResultContext): ResultValue[] {
  const { order, platform, currency, date, headline, fee, charged, contract } = claim;
  const state = workStates?.get(order.orderKey) ?? 'open';
  const cell = (key: ClaimsWord) => `${columnLetters(columnOf(key) + 1)}${row}`;
  const [more, less] = charged > contract ? (['charged', 'contract'] as const) : (['contract', 'charged'] as const);
  const claimed = charged > contract ? subtract(charged, contract) : subtract(contract, charged);
  const values: Record<ClaimsWord, ResultValue> = {
    ...{ platform, shop: order.shop, orderNumber: order.orderNumber, currency, note: null },
    date: dayCell(date),
    what: [headlineLabel(headline, language), ...(fee === null ? [] : [fee])].join(' · '),
    charged: numberOfAmount(charged),
    contract: numberOfAmount(contract),
    claimed: { formula: exactly(`${cell(more)}-${cell(less)}`), value: numberOfAmount(claimed) },
    evidence: explainOrder(order, language, asOf),
    state: STATE_LABELS[state][language],
  };
  return COLUMNS.map(({ key }) => values[key]);
}

/** Two currencies of a platform are two totals. */
function totalLine(platform: string, currency: Currency, table: ResultTable): ResultLine {
  const [place, money, claimed] = [columnOf('platform'), columnOf('currency'), columnOf('claimed')];
  const own = table.rows.filter((row) => row[place] === platform && row[money] === currency);
  const criteria = [
    { range: columnRange(table, place), equals: { text: platform } },
    { range: columnRange(table, money), equals: { text: currency } },
  ];
  const total = sumIfs(columnRange(table, claimed), criteria, sumOfCells(own.map((row) => row[claimed] ?? null)));
  const cells = COLUMNS.map(({ key }) => (key === 'platform' ? platform : key === 'currency' ? currency : null));
  return {
    style: 'total',
    cells: cells.map((cell, at) => (at === claimed ? total : cell)),
    formats: COLUMNS.map(({ key, format }) => (key === 'claimed' ? format : 'text')),
  };
}
