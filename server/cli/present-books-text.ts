// The books for a person at a terminal: whether receivables and vouchers close, what is claimed, what waits, what is proposed.
import type { ReconcileResult } from '../../core/api.ts';
import type { ExpectedPayout } from '../../core/calendar/forecast-payouts.ts';
import type { Language, Translated } from '../../core/language.ts';
import { trialBalance } from '../../core/ledger/trial-balance.ts';
import { type Currency, readableAmount, subtract, sum } from '../../core/money.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import { REVIEW_REASONS } from '../../core/reconcile/review-reasons.ts';
import type { ReceivableReport } from '../../core/statements/receivable-report.ts';
import { word } from '../../core/worksheets/labels.ts';
import { reviewLabel } from '../../core/worksheets/outcome-words.ts';
import {
  scopeText,
  STATEMENT_SHEET_NAMES,
  type StatementWord,
  statementWord,
} from '../../core/worksheets/statement-labels.ts';
import { block } from './text-columns.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const HEADINGS = {
  books: say('應收與試算', '应收与试算', 'Receivables and trial balance'),
  review: say('待審', '待审', 'Waits for review'),
  proposals: say('建議的對應，須由人確認', '建议的对应，须由人确认', 'Proposed links, for a person to confirm'),
  claims: say('向平台求償', '向平台索赔', 'Claimed from the platform'),
  rows: say('列', '行', 'rows'),
  orders: say('筆訂單', '笔订单', 'orders'),
} as const;

/** A terminal shows the first proposals; the JSON has all of them. */
const PROPOSALS_SHOWN = 10;

/** Receivables and trial balance, a line a currency: what they come to and that they close. */
export function booksBlock({ vouchers }: ReconcileResult, report: ReceivableReport, language: Language): string[] {
  const open = report.rollForward.map(({ currency, shop, figures, ties }) => [
    `${word('receivablesBlock', language)} ${shop} (${currency})`,
    `${statementWord('opening', language)} ${readableAmount(figures.opening)}`,
    `${statementWord('closing', language)} ${readableAmount(figures.closing)}`,
    statementWord(ties ? 'ties' : 'tiesNot', language),
  ]);
  const balances = currenciesOf(vouchers).map((currency) => balanceRow(vouchers, currency, language));
  const heading = headingOf(HEADINGS.books[language], scopeText(report, language), language);
  return block(heading, [...open, ...balances], ['left', 'left', 'left', 'left']);
}

const IN_BRACKETS: Translated<(heading: string, scope: string) => string> = {
  'zh-TW': (heading, scope) => `${heading}（${scope}）`,
  'zh-CN': (heading, scope) => `${heading}（${scope}）`,
  en: (heading, scope) => `${heading} (${scope})`,
};

/** What is shown, and whose: of the whole books or of the orders of some files. */
function headingOf(heading: string, scope: string, language: Language): string {
  return IN_BRACKETS[language](heading, scope);
}

function balanceRow(vouchers: ReconcileResult['vouchers'], currency: Currency, language: Language): string[] {
  const rows = trialBalance(vouchers).filter((row) => row.currency === currency);
  const debit = sum(rows.map((row) => row.debit));
  const credit = sum(rows.map((row) => row.credit));
  return [
    `${word('ofTrialBalance', language)} (${currency})`,
    `${word('debit', language)} ${readableAmount(debit)}`,
    `${word('credit', language)} ${readableAmount(credit)}`,
    `${word('difference', language)} ${readableAmount(subtract(debit, credit))}`,
  ];
}

function currenciesOf(rows: readonly { readonly currency: Currency }[]): Currency[] {
  return [...new Set(rows.map(({ currency }) => currency))];
}

/** A terminal shows the next payouts; --json and --out have all of them. */
const PAYOUTS_SHOWN = 10;

/** What is expected on which day, then what is late and what has no day; `*` where no payout calendar is set. */
export function forecastBlock(
  { forecast }: Pick<ReceivableReport, 'forecast'>,
  language: Language,
  scope: string,
): string[] {
  if (forecast === null) return [];
  const say = (key: StatementWord) => statementWord(key, language);
  const { expected, overdue, undated } = forecast;
  const rows = expected
    .slice(0, PAYOUTS_SHOWN)
    .map((payout) => [
      `${payout.on}${payout.calendar === null ? '*' : ''}`,
      `${payout.shop} (${payout.currency})`,
      `${say('paid')} ${readableAmount(payout.paid)}`,
      [`${say('open')} ${readableAmount(payout.open)}`, ...flowsOf(payout, language)].join(COMMA[language]),
    ]);
  const late = overdue.map((sums) => [sums.dueOn, say('overdue'), sums] as const);
  const others = [...late, ...undated.map((sums) => ['–', say('noDay'), sums] as const)].map(([day, what, sums]) => [
    ...[day, `${sums.shop} (${sums.currency})`, what, `${say('open')} ${readableAmount(sums.open)}`],
  ]);
  const more = expected.length - rows.length;
  const lines = block(
    headingOf(STATEMENT_SHEET_NAMES.forecast[language], scope, language),
    [...rows, ...others],
    ['left', 'left', 'left', 'left'],
  );
  return [
    ...lines,
    ...(more > 0 ? [`  … +${more}`] : []),
    ...(expected.some(({ calendar }) => calendar === null) ? [`  * ${say('byTerm')}`] : []),
  ];
}

/** What stands between open and paid, as far as there is any. */
function flowsOf(payout: ExpectedPayout, language: Language): string[] {
  const keys = ['fees', 'held', 'released', 'carriedIn', 'transferFee', 'carriedOut'] as const;
  return keys
    .filter((key) => payout[key] !== 0)
    .map((key) => `${statementWord(key, language)} ${readableAmount(payout[key])}`);
}

const COMMA = say('，', '，', ', ');

/** What the platform owes back, by shop and currency. */
export function claimsBlock({ orders }: ReconcileResult, language: Language): string[] {
  const claimed = orders.filter(({ claim }) => claim !== 0);
  const places = [...new Set(claimed.map(({ shop, currency }) => JSON.stringify([shop, currency])))];
  const rows = places.map((place) => {
    const own = claimed.filter(({ shop, currency }) => JSON.stringify([shop, currency]) === place);
    const [first] = own;
    return [
      `${first?.shop ?? ''} (${first?.currency ?? ''})`,
      readableAmount(sum(own.map(({ claim }) => claim))),
      `${own.length} ${HEADINGS.orders[language]}`,
    ];
  });
  return block(HEADINGS.claims[language], rows, ['left', 'right', 'right']);
}

/** How many payout lines wait, and for what. */
export function reviewBlock({ onReview }: ReconcileResult, language: Language): string[] {
  const rows = REVIEW_REASONS.map((reason) => {
    return { reason, count: onReview.filter((line) => line.reason === reason).length };
  });
  const shown = rows
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => [reviewLabel(reason, language), `${count} ${HEADINGS.rows[language]}`]);
  return block(`${HEADINGS.review[language]} (${onReview.length})`, shown, ['left', 'right']);
}

/** Payout line, orders, and what speaks for the link. */
export function proposalsBlock({ proposals }: ReconcileResult, language: Language): string[] {
  const rows = proposals.slice(0, PROPOSALS_SHOWN).map(({ lineKey, orderKeys, pass, evidence }) => {
    const orders = orderKeys.map((key) => partsOfOrderKey(key).orderNumber).join(' + ');
    return [pass, `${partsOfOrderKey(lineKey).orderNumber || '–'} → ${orders}`, evidence];
  });
  const more = proposals.length - rows.length;
  const lines = block(`${HEADINGS.proposals[language]} (${proposals.length})`, rows, ['left', 'left', 'left']);
  return more > 0 ? [...lines, `  … +${more}`] : lines;
}
