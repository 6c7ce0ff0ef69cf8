// Columns that say whether money moved: the golden exports with other words in them. A word no source names is asked.
import { explainRefusal } from '../../core/problem.ts';
import { mappingSchema } from '../../core/mapping/mapping-schema.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { recognise } from '../core/mapping/sheets.ts';
import { normalizeOrders } from '../../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../../core/mapping/normalize-payout.ts';
import { answersOf } from './golden-answers.ts';
import { changeSheet, goldenSheets } from './golden-sheets.ts';

const withStates = builtInMappings.flatMap((mapping) =>
  (mapping.states ?? []).map((state) => [mapping.id, state.column, state] as const),
);

/** The golden export with a word in this column of its first two rows of data. */
async function readWith(id: string, column: string, word: string) {
  const mapping = builtInMappings.filter((each) => each.id === id);
  const tables = await goldenSheets(id);
  const table = tables.find(({ rows }) => rows.some((row) => row.includes(column))) ?? tables[0];
  if (!table) throw new Error(`${id} has no sheet`);
  const header = Math.max(1, table.rows.findIndex((cells) => cells.includes(column)) + 1);
  const named = changeSheet(table, `cell ${header} ${column} = ${JSON.stringify(column)}`);
  const rows = [header + 1, header + 2];
  const changed = rows.reduce(
    (sheet, row) => changeSheet(sheet, `cell ${row} ${column} = ${JSON.stringify(word)}`),
    named,
  );
  const recognised = recognise(changed, mapping);
  const options = { answers: answersOf(id) };
  return recognised.kind === 'orders'
    ? normalizeOrders(changed, recognised, options)
    : normalizePayout(changed, recognised, options);
}

test('every mapping with such a column stands below', () => {
  expect(withStates.map(([id, column]) => `${id} ${column}`)).toEqual([
    'amazon.date-range-de Transaktionsstatus',
    'amazon.date-range-es Estado de la transacción',
    'amazon.date-range-fr Statut de la transaction',
    'amazon.date-range-it Stato della transazione',
    'amazon.date-range-jp トランザクションのステータス',
    'amazon.date-range-mx Estado de la transacción',
    'amazon.date-range Transaction Status',
    'cyberbiz.items 交易型態',
    'douyin.after-sales 售后状态',
    'ecpay.trade-media 撥款狀態',
    'jd.settlement 结算状态',
    'lazada.income Release Status',
    'lazada.transactions Paid Status',
    'paypal.activity Balance Impact',
    'paypal.activity Status',
    'shopee-id.income Lihat berdasarkan',
    'shopee-sea.income View By',
    'shopify.transactions Status',
    'stripe.payments Status',
  ]);
});

test.each(withStates)('%s with a word of %s that no source names takes nothing and asks for it', async (id, column) => {
  const { stopped } = await readWith(id, column, 'Processing 處理中');
  expect(stopped).toMatchObject({
    code: 'UNKNOWN_VALUES',
    values: [{ words: `states.${column}`, values: ['Processing 處理中'] }],
  });
  expect(stopped && explainRefusal(stopped, 'zh-TW')).toMatch('Processing 處理中');
});

test.each(withStates.flatMap(([id, column, { excluded }]) => excluded.map((word) => [id, column, word] as const)))(
  '%s sets a row aside whose %s is %s, with its count',
  async (id, column, word) => {
    const { stopped, setAside } = await readWith(id, column, word);
    expect(stopped).toBeNull();
    expect(setAside.length).toBeGreaterThan(0);
  },
);

test("what is not settled yet is shown with its amount, also where JD's report has no net column", async () => {
  const { setAside } = await readWith('jd.settlement', '结算状态', '未结算');
  expect(setAside).toMatchObject([{ reason: '未结算', rows: 2, amount: expect.any(Number) as number }]);
});

test('no rule sets rows aside because a word is not a known one', () => {
  const open = builtInMappings.flatMap(({ id, rows = [] }) =>
    rows.filter(({ is, when }) => is === 'excluded' && 'not' in when).map(() => id),
  );
  expect(open).toEqual([]);
  expect(builtInMappings.every((mapping) => mappingSchema.safeParse(mapping).success)).toBe(true);
});
