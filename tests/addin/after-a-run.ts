// The real server after one click on the sample pair, with a bank statement beside it: what the pane's further calls meet.
import { createApiClient, type ApiClient } from '../../addin/api-client.ts';
import { lookAtWorkbook } from '../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../addin/excel/write-sheets.ts';
import { reconcileSheet } from '../../addin/reconcile-sheet.ts';
import type { Reconciled } from '../../addin/result-facts.ts';
import { DEFAULT_SETTINGS } from '../../addin/settings.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Cell } from '../../core/sheet-table.ts';
import { openExcel } from '../../workbench/host/node-bridge.ts';
import { sampleBook } from './excel/sample-book.ts';
import { watching } from './excel/watching.ts';
import type { TestServer } from './test-server.ts';

export const TODAY = '2024-06-01' as BusinessDate;

/** @param movements day and amount of what the bank shows */
export async function afterARun(
  server: TestServer,
  movements: readonly (readonly [day: string, amount: number])[],
): Promise<{ readonly api: ApiClient; readonly run: () => Promise<Reconciled> }> {
  const workbook = await sampleBook();
  const bank = workbook.sheets.add('bank');
  const rows = movements.map(([day, amount], at): Cell[] => [day, `Movement ${at}`, String(amount), '', 'TWD']);
  bank.load([['Date', 'Label', 'Amount', 'Balance', 'Currency'], ...rows]);
  workbook.activate(bank);
  const api = createApiClient({ address: server.address, accessKey: '' });
  const settings = { ...DEFAULT_SETTINGS, shops: { bank: '玉山' } };
  const excel = { lookAtWorkbook, readSheet, writeSheets };
  const run = async () => {
    const leave = openExcel({ workbook }).useAsGlobals();
    try {
      const outcome = await reconcileSheet({ excel, api, settings, language: 'zh-TW', today: TODAY }, watching());
      if (outcome.outcome !== 'reconciled') throw new Error(`expected a result, got ${outcome.outcome}`);
      return outcome;
    } finally {
      leave();
    }
  };
  return { api, run };
}
