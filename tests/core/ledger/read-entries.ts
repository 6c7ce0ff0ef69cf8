// Reads the golden entries: documents, switches and the vouchers that must come out, in the accountants' words.
import { addDays, type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import { DEFAULT_SHOP, type FeeVat, type ShopSettings } from '../../../core/company.ts';
import { type Amount, amountOfText, type Currency, ZERO } from '../../../core/money.ts';
import { type ComponentType, COMPONENT_TYPES } from '../../../core/payout.ts';
import type { Allocation, AllocationTarget, ReceiptDraft, ReceiptKind } from '../../../core/receipt.ts';
import type { SalesDocumentDraft, SalesDocumentKind } from '../../../core/sales-document.ts';
import type { AccountRole } from '../../../core/voucher.ts';

type Step =
  | { readonly is: 'sale'; readonly document: SalesDocumentDraft }
  | { readonly is: 'receipt'; readonly document: ReceiptDraft }
  | { readonly is: 'deposit'; readonly on: BusinessDate; readonly left: Amount; readonly arrived: Amount };

export interface Case {
  readonly title: string;
  currency: Currency;
  baseCurrency: Currency | null;
  rates: string[];
  shop: ShopSettings;
  readonly steps: Step[];
  /** One text a voucher as `sidesOf` writes it; `base` is null where the case does not say it. */
  readonly vouchers: { document: string; base: string | null }[];
  balances: readonly (readonly [AccountRole, Amount])[];
}

/** The words accountants use for the accounts. */
export const ROLE_WORDS: Readonly<Record<string, AccountRole>> = {
  銀行: 'bank',
  錢包: 'wallet',
  在途: 'transit',
  應收: 'receivable',
  爭議: 'claim',
  保留: 'reserve',
  進項: 'inputVat',
  暫付: 'prepaidFees',
  銷項: 'outputVat',
  暫收: 'suspense',
  代收: 'collected',
  代扣稅: 'taxClearing',
  銷貨收入: 'sales',
  銷貨退回: 'salesReturns',
  銷貨折讓: 'salesAllowances',
  手續費: 'platformFees',
  運費: 'freight',
  廣告費: 'advertising',
  罰款: 'otherExpense',
  匯費: 'transferFees',
  兌換利益: 'exchangeGain',
  兌換損失: 'exchangeLoss',
  尾差: 'writeOff',
};

const TARGETS: Readonly<Record<string, AllocationTarget>> = {
  應收: 'receivable',
  暫收: 'suspense',
  爭議: 'claim',
  保留: 'reserve',
  代收: 'collected',
  代扣稅: 'tax',
  在途: 'transit',
  尾差: 'writeOff',
};

const SALES: Readonly<Record<string, SalesDocumentKind>> = { 銷貨單: 'sale', 銷退單: 'return', 折讓單: 'allowance' };
const RECEIPTS: Readonly<Record<string, ReceiptKind>> = {
  收款單: 'payout',
  平台費用單: 'expense',
  沖轉單: 'transfer',
};

/** The first document of a case is of this day, each further one of the day after. */
const FIRST_DAY = '2024-05-01';

export function readEntries(text: string): Case[] {
  const cases: Case[] = [];
  text.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    try {
      const [word = '', ...rest] = line.split(' ');
      if (word === 'case') cases.push(emptyCase(rest.join(' ')));
      else readLine(present(cases.at(-1)), word, rest);
    } catch (error) {
      throw new Error(`line ${index + 1}: ${String(error)}: ${line}`, { cause: error });
    }
  });
  return cases;
}

function emptyCase(title: string): Case {
  const shop: ShopSettings = { ...DEFAULT_SHOP, feeVat: 'split' };
  return { title, currency: 'TWD', baseCurrency: null, rates: [], shop, steps: [], vouchers: [], balances: [] };
}

function readLine(into: Case, word: string, rest: readonly string[]): void {
  if (word === '手續費稅') into.shop = feeSwitch(into.shop, rest);
  else if (word === '本位幣') into.baseCurrency = present(rest[0]);
  else if (word === '幣別') into.currency = present(rest[0]);
  else if (word === '匯率') into.rates = [...rest];
  else if (word === '傳票') into.vouchers.push({ document: sidesOfText(rest), base: null });
  else if (word === '本幣') present(into.vouchers.at(-1)).base = sidesOfText(rest);
  else if (word === '餘額') into.balances = pairs(rest).map(([name, amount]) => [roleOf(name), amount]);
  else into.steps.push(readStep(into, word, rest));
}

function feeSwitch(shop: ShopSettings, words: readonly string[]): ShopSettings {
  const [first, second] = words;
  if (second === undefined) return { ...shop, feeVat: first as FeeVat };
  return { ...shop, feeVatByType: { ...shop.feeVatByType, [present(first)]: second as FeeVat } };
}

function readStep({ currency, steps }: Case, word: string, rest: readonly string[]): Step {
  const on = addDays(present(dayOfText(FIRST_DAY)), steps.length);
  const sale = SALES[word];
  if (sale) return { is: 'sale', document: saleOf(sale, currency, on, rest) };
  const receipt = RECEIPTS[word];
  if (receipt) return { is: 'receipt', document: receiptOf(receipt, currency, on, pairs(rest)) };
  if (word !== '入帳單') throw new Error(`no such document: ${word}`);
  const [left, arrived] = [rest[1], rest[3]].map(amountOf);
  return { is: 'deposit', on, left: present(left), arrived: present(arrived) };
}

function saleOf(
  kind: SalesDocumentKind,
  currency: Currency,
  documentOn: BusinessDate,
  words: readonly string[],
): SalesDocumentDraft {
  const collected = words[1] === '代收' ? amountOf(words[2]) : ZERO;
  const amount = amountOf(words[0]);
  return { kind, shop: 'shopee', orderKey: 'A', currency, documentOn, amount, collected, base: null };
}

function receiptOf(
  kind: ReceiptKind,
  currency: Currency,
  receivedOn: BusinessDate,
  parts: readonly (readonly [string, Amount])[],
): ReceiptDraft {
  const isFee = (word: string): word is ComponentType => COMPONENT_TYPES.some((type) => type === word);
  const allocations = parts.flatMap(([word, amount], at): Allocation[] => {
    const target = TARGETS[word];
    return target ? [{ lineKey: `${receivedOn}-${at}`, orderKey: 'A', target, feeType: null, amount }] : [];
  });
  const deductions = parts.flatMap(([type, amount]) => (isFee(type) ? [{ type, amount }] : []));
  const cash = present(parts.find(([word]) => word === '錢包'))[1];
  return {
    ...{ shop: 'shopee', kind, receivedOn, currency, lineKeys: [`${receivedOn}-0`] },
    ...{ cash, deductions, allocations, base: null },
  };
}

/** 借 錢包 987 … 貸 應收 1,050 … as one comparable text. */
function sidesOfText(words: readonly string[]): string {
  const turn = words.indexOf('貸');
  const side = (from: number, to?: number) =>
    pairs(words.slice(from, to)).map(([name, amount]) => ({ role: roleOf(name), amount }));
  return sidesOf(side(1, turn), side(turn + 1));
}

/** Both sides of a voucher as one text, whatever the order of the lines. */
export function sidesOf(debits: readonly Side[], credits: readonly Side[]): string {
  const write = (side: readonly Side[]) =>
    side
      .map(({ role, amount }) => `${role} ${amount / 10_000}`)
      .sort()
      .join(', ');
  return `Dr ${write(debits)} / Cr ${write(credits)}`;
}

export interface Side {
  readonly role: AccountRole;
  readonly amount: Amount;
}

function pairs(words: readonly string[]): [string, Amount][] {
  return words.flatMap((word, at): [string, Amount][] => (at % 2 === 0 ? [[word, amountOf(words[at + 1])]] : []));
}

const roleOf = (word: string) => present(ROLE_WORDS[word]);
const amountOf = (text: string | undefined) => present(amountOfText((text ?? '').replace(/,/g, '')));

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a word or an amount is missing');
  return value;
}
