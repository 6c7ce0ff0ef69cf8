// Documents for the ledger's tests: small, TWD or USD, with only what a test says.
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import { type Company, DEFAULT_COMPANY, DEFAULT_SHOP, type ShopSettings } from '../../../core/company.ts';
import type { DocumentsToValue } from '../../../core/ledger/value-documents.ts';
import { type Amount, amountOfUnits, sum, ZERO } from '../../../core/money.ts';
import type { ComponentType } from '../../../core/payout.ts';
import type { Allocation, ReceiptDraft } from '../../../core/receipt.ts';
import type { SalesDocumentDraft } from '../../../core/sales-document.ts';

export const units = (value: number): Amount => amountOfUnits(Math.round(value * 10_000));

export function day(text: string): BusinessDate {
  const read = dayOfText(text);
  if (read === null) throw new Error(`${text} is no day`);
  return read;
}

export function company(facts: Partial<Company> = {}, shop: Partial<ShopSettings> = {}): Company {
  const shopPlaces = new Map([
    ['shopee', 1],
    ['momo', 2],
  ]);
  return { ...DEFAULT_COMPANY, shopPlaces, shops: { shopee: { ...DEFAULT_SHOP, ...shop } }, ...facts };
}

export function sale(amount: number, facts: Partial<SalesDocumentDraft> = {}): SalesDocumentDraft {
  return {
    kind: 'sale',
    shop: 'shopee',
    orderKey: 'A',
    currency: 'TWD',
    documentOn: day('2024-05-01'),
    amount: units(amount),
    collected: ZERO,
    base: null,
    ...facts,
  };
}

type Part = readonly [target: Allocation['target'], amount: number, orderKey?: string | null, lineKey?: string];

function allocations(parts: readonly Part[]): Allocation[] {
  return parts.map(([target, amount, orderKey = 'A', lineKey = 'line-1']) => ({
    ...{ lineKey, orderKey, target, feeType: null },
    amount: units(amount),
  }));
}

/** A receipt whose cash is what its allocations leave after its fees. */
export function receipt(
  parts: readonly Part[],
  fees: Readonly<Partial<Record<ComponentType, number>>> = {},
  facts: Partial<ReceiptDraft> = {},
): ReceiptDraft {
  const deductions = Object.entries(fees).map(([type, amount]) => ({
    type: type as ComponentType,
    amount: units(amount),
  }));
  const placed = allocations(parts);
  const cash = sum([...placed.map((part) => part.amount), ...deductions.map((part) => units(-part.amount / 10_000))]);
  return {
    ...{ shop: 'shopee', kind: 'payout', receivedOn: day('2024-05-07'), currency: 'TWD', lineKeys: ['line-1'] },
    ...{ cash, deductions, allocations: placed, base: null },
    ...facts,
  };
}

/** Documents of a company in TWD with the rates of May; the books are empty unless a test says otherwise. */
export function toValue(facts: Partial<DocumentsToValue> & { readonly rates?: Readonly<Record<string, string>> }) {
  const { rates = {}, ...rest } = facts;
  return {
    sales: [],
    receipts: [],
    company: company({ baseCurrency: 'TWD' }),
    rateOn: (_currency: string, on: BusinessDate) => rates[on] ?? null,
    openReceivables: new Map(),
    heldBefore: () => ({ amount: ZERO, base: ZERO }),
    ...rest,
  };
}
