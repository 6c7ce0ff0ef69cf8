// The summary's first blocks: the files, what was read of them, and whether each one adds up by itself.
import type { Language } from '../language.ts';
import { numberOfAmount, subtract } from '../money.ts';
import { depositWord } from './deposit-labels.ts';
import { word, type Word } from './labels.ts';
import type { ResultFile } from './result-context.ts';
import type { ResultValue } from './result-sheet.ts';
import { asAmount, asCount, asText, type Block, type Shown, type SummaryPage } from './summary-page.ts';
import { exactly } from './table-layout.ts';
import { moneyCell } from './table-sheet.ts';

/** Where the figures of the payout files stand on the summary, by meaning. */
export const FILE_LETTERS = {
  currency: 'C',
  accepted: 'E',
  rejected: 'F',
  net: 'H',
  rejectedNet: 'I',
  declared: 'J',
} as const;

const DIFFERENCE_INDEX = 10;

const NAMES: readonly Word[] = ['file', 'sheet', 'currency'];
const COUNTS: readonly Word[] = ['rowsRead', 'rowsAccepted', 'rowsRejected', 'rowsSkipped'];
const AMOUNTS: readonly Word[] = ['net', 'rejectedNet', 'declared', 'difference'];

/** Writes the blocks of payout files, order files, statements and unused sheets. @returns the rows of the payout files. */
export function putFiles(page: SummaryPage, files: readonly ResultFile[], language: Language): Block {
  const say = (key: Word) => word(key, language);
  const names = NAMES.map((key) => asText(say(key)));
  const counts = COUNTS.map((key) => headOver(say(key), 'count'));
  const amounts = AMOUNTS.map((key) => headOver(say(key), 'amount'));
  page.startBlock(say('payoutFiles'), [...names, ...counts, ...amounts, asText(say('status')), asText(say('report'))]);
  const first = page.nextRow;
  for (const file of files) if (file.kind === 'payout') putPayoutFile(page, file, language);
  // A block without files keeps one blank line, so that the formulas below have cells to add up.
  if (page.nextRow === first) page.values([asText(null)]);
  const block = { first, last: page.nextRow - 1 };
  putOrderFiles(page, files, [...names, ...counts, asText(say('report'))], language);
  putStatements(page, files, [...names, ...counts], language);
  putOtherSheets(page, files, language);
  return block;
}

/** A column head stands over its figures: aligned as they are. */
export function headOver(text: string, format: 'amount' | 'count'): Shown {
  return [text, format];
}

function putPayoutFile(page: SummaryPage, file: ResultFile, language: Language): void {
  const { proof } = file;
  const declared = proof?.declared ?? null;
  page.put(
    'values',
    [
      ...nameCells(file),
      ...countCells(file),
      asAmount(moneyCell(proof?.net ?? null)),
      asAmount(moneyCell(proof?.rejectedNet ?? null)),
      asAmount(moneyCell(declared)),
      asAmount(differenceCell(page.nextRow, proof)),
      asText(proof && word(proof.state, language)),
      asText(file.report?.[language] ?? null),
    ],
    declared === null ? {} : { zeros: [DIFFERENCE_INDEX] },
  );
}

function differenceCell(row: number, proof: ResultFile['proof']): ResultValue {
  if (!proof || proof.declared === null) return null;
  const { net, declared } = FILE_LETTERS;
  return {
    formula: exactly(`${net}${row}-${declared}${row}`),
    value: numberOfAmount(subtract(proof.net, proof.declared)),
  };
}

function putOrderFiles(page: SummaryPage, files: readonly ResultFile[], heads: readonly Shown[], language: Language) {
  const own = files.filter(({ kind }) => kind === 'orders');
  if (own.length === 0) return;
  page.startBlock(word('orderFiles', language), heads);
  for (const file of own)
    page.values([...nameCells(file), ...countCells(file), asText(file.report?.[language] ?? null)]);
}

/** Statements are used, though none of their money is a payout's: payouts are looked for in their accounts. */
function putStatements(page: SummaryPage, files: readonly ResultFile[], heads: readonly Shown[], language: Language) {
  const own = files.filter(({ kind }) => kind === 'statement');
  if (own.length === 0) return;
  const more = [depositWord('accounts', language), word('report', language)].map(asText);
  page.startBlock(word('statementFiles', language), [...heads, ...more]);
  for (const file of own) {
    const told = [(file.accounts ?? []).join(' · '), file.report?.[language] ?? null].map(asText);
    page.values([...nameCells(file), ...countCells(file), ...told]);
  }
}

function putOtherSheets(page: SummaryPage, files: readonly ResultFile[], language: Language) {
  const own = files.filter(({ kind }) => kind === 'other');
  if (own.length === 0) return;
  const heads = [asText(word('file', language)), asText(word('sheet', language))];
  page.startBlock(word('otherSheets', language), heads);
  for (const { file, sheet } of own) page.values([asText(file), asText(sheet)]);
}

function nameCells({ file, sheet, currency }: ResultFile): Shown[] {
  return [asText(file), asText(sheet), asText(currency)];
}

function countCells({ rows }: ResultFile): Shown[] {
  return [rows.read, rows.accepted, rows.rejected, rows.skipped].map(asCount);
}
