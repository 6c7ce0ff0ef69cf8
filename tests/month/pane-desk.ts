// The month in the pane: the real server over the same books, a workbook in our host behind Microsoft's client, and one
// click for each command of the story that reconciles.
import { z } from 'zod';
import { periodsSchema } from '../../core/ledger-api.ts';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApiClient } from '../../addin/api-client.ts';
import { lookAtWorkbook } from '../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../addin/excel/write-sheets.ts';
import { reconcileSheet } from '../../addin/reconcile-sheet.ts';
import { DEFAULT_SETTINGS } from '../../addin/settings.ts';
import type { ReconcileResult } from '../../core/api.ts';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { createApp } from '../../server/app.ts';
import { DEFAULT_COMPANY } from '../../server/books.ts';
import type { Database } from '../../server/store/database.ts';
import { Workbook } from '../../workbench/host/model/workbook.ts';
import { openExcel } from '../../workbench/host/node-bridge.ts';
import { watching } from '../addin/excel/watching.ts';

export interface PaneServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The server over books that are open already. */
export async function serve(database: Database): Promise<PaneServer> {
  const books = { database, company: DEFAULT_COMPANY, now: secondBySecond() };
  const app = createApp({ books, log: pino({ level: 'silent' }), version: '0.0.0', accessKey: null, pages: null });
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${port}`, close };
}

/** Commands between the clicks note this machine's time: what the pane does must not be noted as if it came before. */
function secondBySecond(): () => string {
  let seconds = 0;
  return () => new Date(Date.UTC(2126, 4, 31, 8, 0, seconds++)).toISOString();
}

export interface Clicked {
  readonly result: ReconcileResult;
  readonly workbook: Workbook;
}

/** One click on the last sheet of a workbook that holds these files, on the day the story says. */
export async function click(
  { address }: PaneServer,
  paths: readonly string[],
  argv: readonly string[],
): Promise<Clicked> {
  const workbook = await workbookOf(paths);
  const leave = openExcel({ workbook }).useAsGlobals();
  try {
    const tools = {
      excel: { lookAtWorkbook, readSheet, writeSheets },
      api: createApiClient({ address, accessKey: '' }),
      settings: DEFAULT_SETTINGS,
      language: 'zh-TW' as const,
      today: dayOf(after(argv, '--as-of')),
    };
    const outcome = await reconcileSheet(tools, watching(), {
      answers: answersFor(workbook, after(argv, '--currency')),
    });
    if (outcome.outcome !== 'reconciled') throw new Error(`no result: ${outcome.outcome}`);
    return { result: outcome.result, workbook };
  } finally {
    leave();
  }
}

/** `period close 2026-04 --note …`: the month's end is looked at and closed as it was; the months as they stand then. */
export async function closeMonth({ address }: PaneServer, argv: readonly string[]): Promise<unknown> {
  const months = await createApiClient({ address, accessKey: '' }).months();
  const month = argv[2] ?? '';
  const { plan } = await months.look(month);
  const closed = await months.close(month, plan.planHash, { author: '會計', note: after(argv, '--note') ?? '' });
  const [state] = (await months.list()).filter((one) => one.month === month);
  if (state?.state !== 'closed') throw new Error(`${month} is not closed`);
  return z.encode(periodsSchema, { periods: [], ...closed });
}

/** Every sheet of the files, named after its file where two files have a sheet of one name. */
async function workbookOf(paths: readonly string[]): Promise<Workbook> {
  const sheets: { name: string; rows: Parameters<ReturnType<Workbook['sheet']>['load']>[0] }[] = [];
  for (const path of paths) {
    const stem = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const reading = await readWorkbook(readFileSync(path), `${stem}.csv`);
    if ('refused' in reading) throw new Error(`${path} cannot be read`);
    for (const { sheet, rows } of reading.sheets.filter((table) => table.rows.length > 0)) {
      const name = sheets.some((other) => other.name === sheet) ? `${stem} ${sheet}`.slice(0, 31) : sheet;
      sheets.push({ name, rows });
    }
  }
  const workbook = new Workbook({ name: 'May.xlsx', sheetNames: sheets.map(({ name }) => name) });
  for (const { name, rows } of sheets) workbook.sheet(name).load(rows);
  workbook.activate(workbook.sheet(sheets.at(-1)?.name ?? ''));
  return workbook;
}

/** What the person answers where a sheet does not say its currency. */
function answersFor(workbook: Workbook, currency: string | null) {
  const ids = workbook.sheets.all().map(({ id }) => id);
  return new Map(currency === null ? [] : ids.map((id) => [id, { reading: { currency } }] as const));
}

function after(argv: readonly string[], option: string): string | null {
  const at = argv.indexOf(option);
  return at < 0 ? null : (argv[at + 1] ?? null);
}

function dayOf(text: string | null): BusinessDate {
  const day = text === null ? null : dayOfText(text);
  if (day === null) throw new Error('the story names no day');
  return day;
}
