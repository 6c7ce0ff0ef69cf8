// Whether the run's payouts arrived, as JSON and as text: the rows of the worksheet of payouts and deposits.
import type { ReconcileResult } from '../../core/api.ts';
import type { BankDocument } from '../../core/bank/bank-document.ts';
import { type DepositRow, depositRows } from '../../core/bank/deposit-rows.ts';
import type { AccountRoll, DepositReport } from '../../core/bank/deposit-report.ts';
import { DEPOSIT_STATE_LABELS, explainDeposit } from '../../core/bank/explain-deposit.ts';
import type { Language } from '../../core/language.ts';
import { type Amount, readableAmount, textOfAmount } from '../../core/money.ts';
import { DEPOSITS_SHEET_NAME, depositWord } from '../../core/worksheets/deposit-labels.ts';
import { alignColumns } from './text-columns.ts';

const textOf = (amount: Amount | null) => (amount === null ? null : textOfAmount(amount));

/** Null for a run that concerns neither payouts nor statements. */
export function depositsJson({ deposits }: ReconcileResult, language: Language): object | null {
  if (deposits === null) return null;
  const rows = depositRows(deposits);
  return {
    ...{ from: deposits.from, to: deposits.to },
    batches: rows.filter(({ kind }) => kind === 'batch').map((row) => rowJson(row, language)),
    withdrawals: rows.filter(({ kind }) => kind === 'withdrawal').map((row) => rowJson(row, language)),
    withoutBatch: rows.filter(({ kind }) => kind === 'deposit').map((row) => rowJson(row, language)),
    accounts: deposits.accounts.map(accountJson),
    reserves: deposits.reserves.map(({ shop, currency, held, released, open }) => {
      return { shop, currency, held: textOf(held), released: textOf(released), open: textOf(open) };
    }),
    documents: deposits.documents.map(documentJson),
    unbooked: deposits.unbooked,
  };
}

function rowJson(row: DepositRow, language: Language): object {
  const { state, shop, currency, day, reference, lines, arrivedOn, document, proposal } = row;
  const { total, declared, due, arrived, fee, difference, outstanding } = row;
  return {
    ...{ state, shop, currency, day, reference, lines },
    ...{ total: textOf(total), declared: textOf(declared), due: textOf(due), arrived: textOf(arrived), arrivedOn },
    ...{ fee: textOf(fee), difference: textOf(difference), outstanding: textOf(outstanding), document },
    ...convertedJson(row),
    ...{ proposal: proposal?.reason ?? null, reason: explainDeposit(row, language) },
  };
}

function documentJson({ left, arrived, fee, subject: _, exchanged, spread, ...document }: BankDocument): object {
  return {
    ...{ ...document, left: textOf(left), arrived: textOf(arrived), fee: textOf(fee) },
    ...(exchanged === undefined ? {} : { exchanged: { ...exchanged, amount: textOf(exchanged.amount) } }),
    ...(spread === undefined ? {} : { spread: { ...spread, amount: textOf(spread.amount) } }),
  };
}

/** Of a row that a processor converted; left out of all others. */
function convertedJson({ converted }: DepositRow): object {
  if (converted === null) return {};
  const { due, currency, received, rate, spread } = converted;
  const told = spread === null ? null : { ...spread, amount: textOf(spread.amount) };
  return { converted: { due: textOf(due), currency, received: textOf(received), rate, spread: told } };
}

function accountJson({ account, from, to, lines, breaks, ...roll }: AccountRoll): object {
  const { opening, inflow, outflow, closing, statementClosing, difference } = roll;
  return {
    ...{ account: account.key, kind: account.kind, currency: account.currency, from, to, lines },
    ...{ opening: textOf(opening), inflow: textOf(inflow), outflow: textOf(outflow), closing: textOf(closing) },
    ...{ statementClosing: textOf(statementClosing), breaks, difference: textOf(difference) },
  };
}

/** Empty while no statement is pushed for the days and nothing is wrong. */
export function depositsBlock({ deposits }: ReconcileResult, language: Language): string[] {
  if (deposits === null) return [];
  const calm = ['PENDING', ...(deposits.accounts.length === 0 ? ['FOOTS', 'CARRIED_FORWARD'] : [])];
  const rows = depositRows(deposits).filter(({ state }) => !calm.includes(state));
  if (rows.length === 0 && deposits.accounts.length === 0) return [];
  const told = rows.map((row) => [DEPOSIT_STATE_LABELS[row.state][language], row.shop, explainDeposit(row, language)]);
  return [
    DEPOSITS_SHEET_NAME[language],
    ...alignColumns(told, ['left', 'left', 'left']).map((line) => `  ${line}`),
    ...accountLines(deposits, language),
  ];
}

/** Opening + in + out = closing, and what the statement prints. */
function accountLines({ accounts }: DepositReport, language: Language): string[] {
  const say = (word: Parameters<typeof depositWord>[0], amount: Amount) =>
    `${depositWord(word, language)} ${readableAmount(amount)}`;
  const rows = accounts.map(({ account, opening, inflow, outflow, closing, statementClosing }) => [
    account.key,
    ...[say('opening', opening), say('moneyIn', inflow), say('moneyOut', outflow), say('closing', closing)],
    statementClosing === null ? '' : say('printed', statementClosing),
  ]);
  return alignColumns(rows, ['left', 'left', 'left', 'left', 'left', 'left']).map((line) => `  ${line}`);
}
