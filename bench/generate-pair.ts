// Writes a generated pair: `npx tsx bench/generate-pair.ts 20000 FOLDER` gives orders.xlsx and income.xlsx in FOLDER.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { shopeePair } from './shopee-pair.ts';
import { writeTable } from './write-table.ts';

const [size = '20000', folder = '.'] = process.argv.slice(2);
const pair = shopeePair(Number(size));
await mkdir(folder, { recursive: true });
await writeTable(join(folder, 'orders.xlsx'), pair.orders);
await writeTable(join(folder, 'income.xlsx'), pair.income);
console.log(`${size} orders (${pair.orders.rows.length - 1} rows), ${pair.payoutRows} payout rows, net ${pair.net}`);
