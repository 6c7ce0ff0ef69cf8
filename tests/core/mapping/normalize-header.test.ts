// Two spellings of one header, and pairs that only look alike.
import { FOLDED } from '../../../core/mapping/fold-characters.ts';
import { normalizeHeader } from '../../../core/mapping/normalize-header.ts';

test.each([
  ['訂單編號', '订单编号'],
  ['實際入帳金額', '实际入账金额'],
  ['動賬流水號', '动帐流水号'],
  ['店鋪券', '店铺劵'],
  ['貨款 -  全站抵用券支付', '货款-全站抵用券支付'],
  ['收入金额（+元）', '收入金额 (+元)'],
  ['Order/adjustment ID  ', 'order/adjustment id'],
  ['Comisión', 'Comisio\u0301n'],
  ['Comisión', 'comision'],
  ['Fee – fixed', 'Fee - fixed'],
  ['\ufeffDate', 'Date'],
  ['ＯＲＤＥＲ', 'order'],
])('%j and %j are one header', (left, right) => {
  expect(normalizeHeader(left)).toBe(normalizeHeader(right));
});

test.each([
  ['收入', '支出'],
  ['が', 'か'],
  ['Fee', 'Fees'],
  ['手續費', '手續費率'],
])('%j and %j are two', (left, right) => {
  expect(normalizeHeader(left)).not.toBe(normalizeHeader(right));
});

test('a folded character folds no further, so that folding twice changes nothing', () => {
  for (const simplified of FOLDED.values()) expect(FOLDED.get(simplified) ?? simplified).toBe(simplified);
  expect(FOLDED.size).toBe(1908);
});
