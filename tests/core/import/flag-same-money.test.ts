// Two reports that carry the same money, in one run: the later one of a shop is told, and nothing is left out.
import { flagSameMoney } from '../../../core/import/flag-same-money.ts';
import { batchOf } from '../../../core/import/import-batch.ts';
import type { PushedRows } from '../../../core/import/imported-file.ts';
import { normalizeSheet } from '../../../core/import/normalize-sheet.ts';
import { explainProblem } from '../../../core/problem.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { sampleAnswer } from '../../addin/panes/sample-result.ts';
import { goldenSheet } from '../../mappings/golden-sheets.ts';
import { must } from '../reconcile/memory-books.ts';

async function pushed(mappingId: string, shopName = '一號店'): Promise<PushedRows> {
  const table = await goldenSheet(mappingId);
  const check = normalizeSheet(table, builtInMappings);
  if (check.outcome !== 'read') throw new Error(check.outcome);
  const rows = must(check.parts[0]);
  const shop = { platform: check.recognised.mapping.platform, name: shopName };
  const { header } = batchOf(rows, { shop, source: { file: table.file, sheet: table.sheet } });
  return { report: check.recognised.mapping.title, rows, header, answer: sampleAnswer({}) };
}

const codesOf = (files: readonly PushedRows[]) =>
  files.map(({ rows }) => rows.problems.filter(({ code }) => code === 'SAME_MONEY_TWICE').map(({ row }) => row));

test('the later of two reports of one shop is told which one it repeats', async () => {
  const files = flagSameMoney([await pushed('douyin.fund-flow'), await pushed('douyin.settlement')]);
  expect(codesOf(files)).toEqual([[], [0]]);
  const [problem] = files[1]?.rows.problems ?? [];
  expect(problem && explainProblem(problem, 'en')).toMatch(
    /^"douyin\.settlement\.xlsx [^"]+" and "douyin\.fund-flow\.csv[^"]*" of the same shop carry the same money/,
  );
  expect(files[1]?.rows).toMatchObject({ kind: 'payout', rows: { rejected: 0 } });
});

test('one mapping that names the other is enough', async () => {
  const one = await pushed('etsy.statement');
  const two = await pushed('etsy.direct-checkout');
  const unaware = { ...two, rows: { ...two.rows, sameMoneyAs: [] } };
  expect(codesOf(flagSameMoney([one, unaware]))).toEqual([[], [0]]);
  expect(codesOf(flagSameMoney([unaware, one]))).toEqual([[], [0]]);
});

test('two shops, two files of one report, and reports of other money are left alone', async () => {
  const flow = await pushed('douyin.fund-flow');
  const other = await pushed('douyin.settlement', '二號店');
  expect(codesOf(flagSameMoney([flow, other]))).toEqual([[], []]);
  expect(flagSameMoney([flow, flow])).toEqual([flow, flow]);
  expect(codesOf(flagSameMoney([flow, await pushed('douyin.orders')]))).toEqual([[], []]);
});

// One side is enough (the flag looks both ways): a new report names the older ones, whose versions then stay as they are.
test('a mapping of the same money names another mapping of its own platform', () => {
  const byId = new Map(builtInMappings.map((mapping) => [mapping.id, mapping]));
  const pairs = builtInMappings.flatMap(({ id, platform, sameMoneyAs = [] }) =>
    sameMoneyAs.map((named) => ({ id, platform, named })),
  );
  expect(pairs.length).toBeGreaterThan(0);
  const broken = pairs.filter(({ id, platform, named }) => {
    return named === id || byId.get(named)?.platform !== platform;
  });
  expect(broken).toEqual([]);
});
