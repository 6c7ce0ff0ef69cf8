// Times the command line on a generated pair, step by step and as a whole: `npx tsx bench/reconcile-pair.ts [orders]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from '../server/cli/read-arguments.ts';
import { readingTools } from '../server/cli/open-file.ts';
import { reconcileFiles } from '../server/cli/reconcile-files.ts';
import { dayOfText } from '../core/business-date.ts';
import { shopeePair } from './shopee-pair.ts';
import { writeTable } from './write-table.ts';

const AS_OF = '2024-06-15';
const size = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), 'clearsheet-bench-'));
const files = {
  orders: join(folder, 'orders.xlsx'),
  income: join(folder, 'income.xlsx'),
  out: join(folder, 'result.xlsx'),
};
const line = ['reconcile', files.income, files.orders, '--as-of', AS_OF, '--out', files.out];

try {
  const pair = shopeePair(size);
  await writeTable(files.orders, pair.orders);
  await writeTable(files.income, pair.income);
  console.log(`${size} orders in ${pair.orders.rows.length - 1} rows, ${pair.payoutRows} payout rows, net ${pair.net}`);
  await timeSteps();
  timeCommand();
} finally {
  rmSync(folder, { recursive: true });
}

async function timeSteps(): Promise<void> {
  const today = dayOfText(AS_OF);
  const run = today && readArguments(line, today);
  if (run?.command !== 'reconcile') throw new Error('the bench calls the command wrongly');
  let last: { readonly step: string; readonly at: number; readonly cpu: number } | null = null;
  await reconcileFiles(
    run,
    await readingTools({ password: async () => null, files: run.files }),
    () => `${AS_OF}T00:00:00.000Z`,
    (step) => {
      const at = performance.now();
      const { user, system } = process.cpuUsage();
      const cpu = (user + system) / 1_000;
      if (last) console.log(`  ${last.step.padEnd(12)} ${seconds(at - last.at)} wall  ${seconds(cpu - last.cpu)} cpu`);
      last = { step, at, cpu };
    },
  );
}

/** CPU seconds tell the program's own work where the machine is shared; the wall tells the user's wait. */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}

function timeCommand(): void {
  const command = fileURLToPath(new URL('../bin/clearsheet.mjs', import.meta.url));
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [command, ...line], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(`  whole command ${seconds(performance.now() - began)} wall`);
}
