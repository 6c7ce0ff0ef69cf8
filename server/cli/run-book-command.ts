// Runs a command about books that are there already: opens them, does it, and says what came of it.
import '../use-own-digest.ts';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  enterItemCostsSchema,
  itemCostsSchema,
  monthEndAnswerSchema,
  periodsSchema,
  ratesSchema,
  reversalAnswerSchema,
} from '../../core/ledger-api.ts';
import { SETTING_KINDS } from '../../core/team-books.ts';
import { DEFAULT_AGING_BOUNDS } from '../../core/statements/aging.ts';
import { answerOfReport, booksAnswerSchema } from '../../core/statements/report-api.ts';
import { STATEMENT_SHEET_NAMES } from '../../core/worksheets/statement-labels.ts';
import { drawStatements, statementSheets } from '../../core/worksheets/statement-sheets.ts';
import { writeWorkbook } from '../../files/write-workbook.ts';
import type { Books } from '../books.ts';
import { changePeriod, getPeriods } from '../commands/change-period.ts';
import { getItemCosts } from '../commands/enter-item-costs.ts';
import { getRates } from '../commands/enter-rates.ts';
import { reverse } from '../commands/reverse.ts';
import { runMonthEnd } from '../commands/post-month-end.ts';
import { getSettings } from '../commands/save-setting.ts';
import { saveSettingsFile } from '../commands/save-settings-file.ts';
import { reportReceivables } from '../commands/report-receivables.ts';
import { trueUpPeriod } from '../commands/true-up-vat.ts';
import { verifyBooks } from '../commands/verify-books.ts';
import { onBooks } from './on-books.ts';
import { placeToWrite } from './place-to-write.ts';
import { presentMonthEnd } from './present-month-end.ts';
import { presentPeriods, presentReversal, presentSettings } from './present-books.ts';
import { presentProofs } from './present-proofs.ts';
import { presentReport } from './present-report.ts';
import { presentVat, vatJson } from './present-vat.ts';
import { readFitting } from './read-json-file.ts';
import type {
  BookCommand,
  MonthEndRun,
  PeriodRun,
  ReportRun,
  ReverseRun,
  SettingsRun,
  VatRun,
  VerifyRun,
} from './read-book-arguments.ts';

/** What a command says: for people, and as data. */
export interface Said {
  readonly text: string;
  readonly json: object;
  /** False: the books do not prove themselves. */
  readonly sound: boolean;
}

/** @param now the instant, ISO text in UTC, for the audit log */
export async function runBookCommand(run: BookCommand, now: () => string): Promise<Said> {
  // Settings may begin books: some must stand before the first booking.
  const mayBegin = run.command === 'settings' && run.file !== null;
  return onBooks({ location: run.database, mayBegin }, now, (books) => say(books, run));
}

function say(books: Books, run: BookCommand): Promise<Said> {
  switch (run.command) {
    case 'reverse':
      return sayReversal(books, run);
    case 'period':
      return sayPeriods(books, run);
    case 'settings':
      return saySettings(books, run);
    case 'vat':
      return sayVat(books, run);
    case 'month-end':
      return sayMonthEnd(books, run);
    case 'report':
      return sayReport(books, run);
    case 'verify':
      return sayProofs(books, run);
  }
}

async function sayReversal(books: Books, run: ReverseRun): Promise<Said> {
  const { what, asOf, on, author, note, decline, planOnly, planHash, language } = run;
  const answer = await reverse(books, {
    ...{ what, asOf, author, note, decline, mode: planOnly ? 'plan' : 'post' },
    ...(on === null ? {} : { on }),
    ...(planHash === null ? {} : { planHash }),
  });
  return { text: presentReversal(answer, language), json: z.encode(reversalAnswerSchema, answer), sound: true };
}

async function sayPeriods(books: Books, { change, author, note, planHash, language }: PeriodRun): Promise<Said> {
  const seen = planHash === null ? {} : { planHash };
  const periods = await (change === null
    ? getPeriods(books)
    : changePeriod(books, { ...change, author, note, ...seen }));
  return { text: presentPeriods(periods, language), json: z.encode(periodsSchema, periods), sound: true };
}

/** What a settings file may hold: one content for company and policy, lists for the others, exchange rates and what goods cost. */
const fileSchema = z.strictObject({
  company: z.unknown().optional(),
  policy: z.unknown().optional(),
  'fee-rule': z.array(z.unknown()).optional(),
  'payout-calendar': z.array(z.unknown()).optional(),
  'holiday-calendar': z.array(z.unknown()).optional(),
  'exchange-rates': ratesSchema.shape.rates.optional(),
  'item-costs': enterItemCostsSchema.shape.costs.optional(),
});

async function saySettings(books: Books, run: SettingsRun): Promise<Said> {
  if (run.file !== null) await saveAll(books, run, await readFitting('settings', run.file, fileSchema));
  const kinds = await Promise.all(SETTING_KINDS.map(async (kind) => (await getSettings(books, kind, false)).settings));
  const settings = kinds.flat();
  const rates = z.encode(ratesSchema, { rates: await getRates(books) }).rates;
  const { costs } = z.encode(itemCostsSchema, { costs: await getItemCosts(books) });
  const text = presentSettings({ settings, rates, costs }, run.language);
  return { text, json: { settings, rates, costs }, sound: true };
}

/** In the order in which they depend on one another. */
async function saveAll(books: Books, { author, note }: SettingsRun, file: z.infer<typeof fileSchema>): Promise<void> {
  const settings = SETTING_KINDS.flatMap((kind) => {
    const given = file[kind];
    const contents: readonly unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
    return contents.map((content) => ({ kind, request: { content, author, note } }));
  });
  const who = author.trim();
  const { 'exchange-rates': rates = [], 'item-costs': costs = [] } = file;
  await saveSettingsFile(books, { settings, rates: { rates, author: who }, costs: { costs, author: who } });
}

async function sayVat(books: Books, { day, currency, planOnly, author, language }: VatRun): Promise<Said> {
  const answer = await trueUpPeriod(books, { day, currency, author, mode: planOnly ? 'plan' : 'post' });
  return { text: presentVat(answer, currency, language), json: vatJson(answer, currency), sound: true };
}

async function sayMonthEnd(books: Books, run: MonthEndRun): Promise<Said> {
  const { month, author, planOnly, planHash, language } = run;
  const mode = planOnly ? 'plan' : 'post';
  const answer = await runMonthEnd(books, { month, author, mode, ...(planHash === null ? {} : { planHash }) });
  return { text: presentMonthEnd(answer, language), json: z.encode(monthEndAnswerSchema, answer), sound: true };
}

async function sayReport(
  books: Books,
  { period, statementsBy, only, bounds, out, language }: ReportRun,
): Promise<Said> {
  if (out !== null) await placeToWrite(out, []);
  const wish = { period, statementsBy, only, bounds: bounds ?? DEFAULT_AGING_BOUNDS };
  const report = await reportReceivables(books, wish);
  if (out !== null) {
    const sheets = statementSheets(drawStatements(report, language));
    const title = STATEMENT_SHEET_NAMES.rollForward[language];
    await writeFile(out, await writeWorkbook(sheets, { title, date: period.to }));
  }
  const json = z.encode(booksAnswerSchema, answerOfReport(report));
  return { text: presentReport({ report, language, out }), json: json as object, sound: report.ties };
}

async function sayProofs(books: Books, { language }: VerifyRun): Promise<Said> {
  const proofs = await verifyBooks(books);
  const sound = proofs.every(({ faults }) => faults.length === 0);
  return { text: presentProofs(proofs, language), json: { sound, proofs }, sound };
}
