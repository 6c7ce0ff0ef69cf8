// Rules a person gives a mapping: rows that are no data, order numbers, currencies, nets of several columns, prices.
import {
  aroundCode,
  currencyColumn,
  currencyOtherwise,
  currencyPlace,
  withCurrencyPattern,
  withCurrencyPlace,
  withCurrencyText,
  withOtherwise,
} from '../../../addin/mapping/currency-place.ts';
import { roleOf } from '../../../addin/mapping/column-roles.ts';
import { withRole } from '../../../addin/mapping/change-mapping.ts';
import { type Cut, cutOf, newValueRule, withCut, withKeyRules } from '../../../addin/mapping/key-rules.ts';
import {
  type Belonging,
  belongingOf,
  remainderOf,
  sumsBlanks,
  withBelonging,
  withBlanksSummed,
  withRemainder,
} from '../../../addin/mapping/net-choices.ts';
import { rowKindOf, rowKindsFor, withRowKind, withRowRules } from '../../../addin/mapping/row-rules.ts';
import { sheetColumns } from '../../../addin/mapping/sheet-columns.ts';
import { hitsOfConditions, hitsOfKeys } from '../../../addin/mapping/sheet-rules.ts';
import { tryMapping } from '../../../addin/mapping/try-mapping.ts';
import { wordGroups, withMeaning } from '../../../addin/mapping/word-meanings.ts';
import type { CurrencyRule, KeyRule, RowRule } from '../../../core/mapping/mapping-rules.ts';
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import type { Mapping, OrderMapping, PayoutMapping } from '../../../core/mapping/mapping.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { demoOrders, demoPayout } from '../../core/mapping/sheets.ts';

const faults = (mapping: Mapping) => mappingSchema.safeParse(JSON.parse(JSON.stringify(mapping))).error?.issues ?? [];
const sheet = (...rows: Cell[][]): SheetTable => ({ file: 'f', sheet: 's', firstRow: 1, firstColumn: 1, rows });
const placeOf = ({ columns }: Mapping, header: string) => columns.findIndex((column) => column.header === header);
const headers = demoPayout.columns.map(({ header }) => header);
const payout = sheet(
  headers,
  ['#A1', '-', '2024-05-01', 100, 0, 5, 95, '王**'],
  ['#A2', '-', '2024-05-02', 200, 0, 10, 190, '王**'],
  ['五月結算', '-', '', 300, 0, 15, 285, ''],
);
const at = { table: payout, headerIndex: 0 };
const columns = sheetColumns(at, demoPayout);

describe('rows that are no ordinary data', () => {
  const rules: RowRule[] = [
    { when: { column: 'Order no.', equals: '五月結算' }, is: 'total' },
    { when: { column: 'Net', amount: 'positive' }, is: 'excluded', reason: 'x' },
  ];

  test('each rule shows the rows that it decides, and the first of them', () => {
    const hits = hitsOfConditions(
      at,
      demoPayout,
      columns,
      rules.map(({ when }) => when),
    );
    expect(hits).toEqual([
      { rows: 1, firstRow: 4, example: '' },
      { rows: 2, firstRow: 2, example: '' },
    ]);
    expect(hitsOfConditions(at, demoPayout, columns, [{ column: 'Net', equals: 'x' }])[0]?.firstRow).toBeNull();
  });

  test.each(rowKindsFor(demoPayout))('a row may be %s in a payout', (kind) => {
    const [rule] = rules;
    if (!rule) throw new Error('There is no rule');
    const changed = withRowKind(rule, kind);
    expect(rowKindOf(changed)).toBe(kind);
    expect(faults(withRowRules(demoPayout, [changed]))).toEqual([]);
  });

  test.each(rowKindsFor(demoOrders))('a row may be %s in orders', (kind) => {
    const rule = withRowKind({ when: { column: 'Status', blank: true }, is: 'skip' }, kind);
    expect(faults(withRowRules(demoOrders, [rule]))).toEqual([]);
  });

  test('a reason stays with rows that are set aside and goes with others', () => {
    const aside = { when: { all: [] }, is: 'excluded' as const, reason: 'unpaid' };
    expect(withRowKind(aside, 'skip')).toMatchObject({ reason: 'unpaid' });
    expect(withRowKind(aside, 'end')).not.toHaveProperty('reason');
    expect(withRowRules(withRowRules(demoPayout, [aside]), [])).not.toHaveProperty('rows');
  });

  test('the rows of the sheet are tried under the rule at once', () => {
    const trial = (mapping: Mapping) => tryMapping(payout, mapping, []);
    const total = trial(withRowRules(demoPayout, rules.slice(0, 1)));
    expect(total.outcome === 'read' && total.identity).toMatchObject({ rows: 2, holdsOn: 2 });
    const without = trial(demoPayout);
    expect(without.outcome === 'read' && without.identity).toMatchObject({ rows: 3, holdsOn: 2 });
  });
});

describe('order numbers by rules', () => {
  test.each<[Cut, string]>([
    [{ take: 'all' }, '#A1'],
    [{ take: 'after', words: '#' }, 'A1'],
    [{ take: 'pattern', pattern: '#A(\\d)' }, '1'],
  ])('%j takes %s', (cut, example) => {
    const rule = withCut({ from: 'Order no.' }, cut);
    if (!rule) throw new Error('The pattern cannot be followed');
    expect(cutOf(rule)).toEqual(cut);
    expect(hitsOfKeys(at, demoPayout, columns, [rule])[0]).toMatchObject({ example, firstRow: 2 });
    expect(faults(withKeyRules(demoPayout, 'key', [rule]))).toEqual([]);
  });

  test.each(['a.b*c', 'No. (order)', '訂單：', 'x-y/z', '[1]'])('the text %s means just itself', (words) => {
    const rule = withCut({ from: 'Order no.' }, { take: 'after', words });
    expect(rule && cutOf(rule)).toEqual({ take: 'after', words });
    expect(new RegExp(rule?.pattern ?? '', 'iu').exec(`? ${words} 77`)?.[1]).toBe('77');
  });

  test('digits are taken from a length on; a pattern without brackets is not taken', () => {
    const rule = withCut({ from: 'Order no.' }, { take: 'digits', atLeast: 12 });
    expect(rule).toEqual({ from: 'Order no.', pattern: '(\\d{12,})' });
    expect(rule && cutOf(rule)).toEqual({ take: 'digits', atLeast: 12 });
    expect(withCut({ from: 'Order no.' }, { take: 'pattern', pattern: '\\d+' })).toBeNull();
  });

  test('rows of no order are excluded first; without rules the column counts again', () => {
    const rules: KeyRule[] = [
      { exclude: { column: 'Order no.', equals: '五月結算' }, as: 'AD_FEE' },
      newValueRule(demoPayout, 'key'),
    ];
    const keyed = withKeyRules(demoPayout, 'key', rules);
    expect(keyed.key?.[1]).toEqual({ from: 'Order no.' });
    expect(hitsOfKeys(at, keyed, columns, rules).map(({ rows }) => rows)).toEqual([1, 2]);
    expect(withKeyRules(keyed, 'key', [])).not.toHaveProperty('key');
    expect(withKeyRules(demoPayout, 'reference', [newValueRule(demoPayout, 'reference')])).toMatchObject({
      reference: [{ from: 'Refund no.' }],
    });
    expect(withKeyRules(demoOrders, 'reference', rules)).toBe(demoOrders);
  });
});

describe('where the currency stands', () => {
  const [buyer] = demoPayout.columns.slice(-1);
  const start = { column: demoPayout.columns[1], before: '幣別' };

  test.each([
    ['fixed', 'fixed'],
    ['column', 'column'],
    ['text', 'text'],
    ['ask', 'ask'],
  ] as const)('%s is said and understood', (place, understood) => {
    const changed = withCurrencyPlace(demoPayout, place, start);
    expect(currencyPlace(changed)).toBe(understood);
    expect(faults(changed)).toEqual([]);
  });

  test('a blank cell has the currency that is given for it, or is a problem', () => {
    const byColumn = withCurrencyPlace(demoPayout, 'column', start);
    if (typeof byColumn.currency === 'string') throw new Error('It is fixed');
    const usual = withOtherwise(byColumn, byColumn.currency, 'USD');
    expect(usual.currency).toEqual({ column: 'Refund no.', otherwise: 'USD' });
    expect(currencyOtherwise(usual)).toBe('USD');
    expect(withCurrencyPlace(usual, 'fixed', start).currency).toBe('USD');
    expect(currencyColumn(usual)?.header).toBe('Refund no.');
  });

  test.each<[string, string, boolean, string, string]>([
    ['幣別', '', false, '幣別：SGD', 'SGD'],
    ['All amounts in', '', false, 'All amounts in USD, please', 'USD'],
    ['Released (', ')', true, 'Total Released (RM)', 'RM'],
    ['', '元', false, 'TWD 元', 'TWD'],
  ])('printed behind "%s" and before "%s" (sign: %s) it is found in "%s"', (before, after, isSign, text, found) => {
    const rule: CurrencyRule = { pattern: '(x)', in: 'preamble' };
    const changed = withCurrencyText(demoPayout, rule, { before, after }, isSign)?.currency;
    if (typeof changed !== 'object') throw new Error('It is no rule');
    expect(aroundCode(changed)).toEqual({ before, after, isSign });
    expect(new RegExp(changed.pattern ?? '', 'iu').exec(text)?.[1]).toBe(found);
  });

  test('with nothing around it any three letters would be a currency: that is not taken', () => {
    const rule: CurrencyRule = { pattern: '(x)', in: 'preamble' };
    expect(withCurrencyText(demoPayout, rule, { before: ' ', after: '' }, false)).toBeNull();
    expect(aroundCode({ pattern: '^:\\s*([A-Z]{3})$' })).toBeNull();
    expect(withCurrencyPattern(demoPayout, rule, '[A-Z]+')).toBeNull();
    expect(withCurrencyPattern(demoPayout, rule, '^([A-Z]{3})$')?.currency).toMatchObject({ pattern: '^([A-Z]{3})$' });
  });

  test('a column that becomes the currency is where it stands; when it is something else again, the file is asked', () => {
    const place = placeOf(demoPayout, 'Refund no.');
    const given = withRole(demoPayout, place, 'currency', []);
    expect(given.currency).toEqual({ column: 'Refund no.' });
    expect(withRole(given, place, 'note', []).currency).toEqual({ ask: [] });
    expect(buyer?.as).toBe('personal');
  });
});

describe('nets and prices', () => {
  const two = withRole(demoPayout, placeOf(demoPayout, 'Refund no.'), 'alsoNet', []) as PayoutMapping;

  test('a second net column is added to the first; a new first one takes the place of both', () => {
    expect(two.columns.filter(({ as }) => as === 'net')).toHaveLength(2);
    expect([roleOf(two, 1), roleOf(two, placeOf(two, 'Net'))]).toEqual(['net', 'alsoNet']);
    const one = withRole(two, placeOf(two, 'Fee'), 'net', []);
    expect(one.columns.filter(({ as }) => as === 'net').map(({ header }) => header)).toEqual(['Fee']);
  });

  test('debit and credit are one net, shown as their sum', () => {
    const columnsOf: PayoutMapping['columns'] = [
      { header: 'Order no.', as: 'orderNumber', required: true },
      { header: 'Day', as: 'paidOutOn', required: true },
      { header: '收入', as: 'net', required: true },
      { header: '支出', as: 'note' },
      { header: 'Goods', as: 'component', type: 'PRINCIPAL', sign: 'as-is' },
    ];
    const start = {
      ...demoPayout,
      checks: [],
      columns: columnsOf,
      header: { searchRows: 3, signature: ['Order no.', '收入'] },
    };
    const both = withRole(start, 3, 'alsoNet', []);
    expect(both.columns[3]).toMatchObject({ as: 'net', sign: 'negate' });
    const rows = sheet(
      ['Order no.', 'Day', '收入', '支出', 'Goods'],
      ['A1', '2024-05-01', 90, '', 90],
      ['A2', '2024-05-01', '', 40, -40],
    );
    const trial = tryMapping(rows, both, []);
    expect(trial.outcome === 'read' && trial.identity).toMatchObject({
      nets: [
        { column: '收入', sign: '+' },
        { column: '支出', sign: '-' },
      ],
      holdsOn: 2,
    });
  });

  test.each(['bare', 'rest'] as const)('what the parts leave (%s) stands on one of the net columns', (is) => {
    const said = withRemainder(withRemainder(two, { is: 'bare', type: 'TAX' }), { is, type: 'REFUND' });
    expect(remainderOf(said)).toEqual({ is, type: 'REFUND' });
    expect(faults(said)).toEqual([]);
    expect(remainderOf(withRemainder(said, { is: 'none', type: 'TAX' })).is).toBe('none');
  });

  test('an empty net is what the parts add up to, where a person says so', () => {
    expect([sumsBlanks(demoPayout), sumsBlanks(withBlanksSummed(two, true))]).toEqual([false, true]);
    expect(sumsBlanks(withBlanksSummed(withBlanksSummed(two, true), false))).toBe(false);
  });

  test.each<Belonging>(['order', 'line', 'row', 'piece'])('an amount that is owed may belong to: %s', (belonging) => {
    const place = placeOf(demoOrders, 'Coupon');
    const changed = withBelonging(demoOrders, place, belonging);
    const column = changed.columns[place];
    expect(column?.as === 'receivable' && belongingOf(column)).toBe(belonging);
    expect(faults(changed)).toEqual([]);
    const [other] = withBelonging(changed, placeOf(demoOrders, 'Freight'), 'piece').columns.slice(place);
    expect(other?.as === 'receivable' && other.price).toBe(undefined);
  });
});

describe('words that mean money went back', () => {
  const refundGroup = (mapping: OrderMapping) =>
    wordGroups(mapping, ['refunded', 'asked for', '']).find(({ about }) => about === 'refund');

  test('all words of the column are shown, and each can be given the other meaning', () => {
    const group = refundGroup(demoOrders);
    if (!group) throw new Error('There is no such group');
    expect(group.entries.map(({ text, meaning }) => [text, meaning])).toContainEqual(['asked for', 'notRefunded']);
    const asked = withMeaning(
      demoOrders,
      group,
      group.entries.findIndex(({ text }) => text === 'asked for'),
      'refunded',
    );
    expect(asked).toMatchObject({ refundedStatuses: ['refunded', 'asked for'] });
    const none = withMeaning(
      demoOrders,
      group,
      group.entries.findIndex(({ text }) => text === 'refunded'),
      'notRefunded',
    );
    expect(none).toMatchObject({ refundedStatuses: [] });
  });

  test('they come with the column and go with it', () => {
    const place = placeOf(demoOrders, 'Refund status');
    const gone = withRole(demoOrders, place, 'note', []);
    expect(gone).toMatchObject({ refundedStatuses: [] });
    expect(withRole(gone, place, 'refundStatus', ['退款成功', '審核中'])).toMatchObject({
      refundedStatuses: ['退款成功'],
    });
  });
});

test('no built-in mapping is changed by being shown: rules read back as they were', () => {
  const cuts = builtInMappings.flatMap(({ key = [] }) => key.flatMap((rule) => ('from' in rule ? [rule] : [])));
  expect(cuts.filter((rule) => JSON.stringify(withCut(rule, cutOf(rule))) !== JSON.stringify(rule))).toEqual([]);
  expect(cuts.length).toBeGreaterThan(10);
});
