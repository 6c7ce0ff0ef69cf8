// What a voucher says it is about (摘要), in the language of the books.
import type { CompanySettings } from '../company.ts';
import type { Translated } from '../language.ts';
import type { ReceiptKind } from '../receipt.ts';
import type { SalesDocumentKind } from '../sales-document.ts';
import { languageOfBooks } from './charts.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const COUNTED: Translated<(what: string, count: number) => string> = {
  'zh-TW': (what, count) => `${what} ${count} 張`,
  'zh-CN': (what, count) => `${what} ${count} 张`,
  en: (what, count) => `${what}: ${count}`,
};

const SALES: Readonly<Record<SalesDocumentKind, Translated>> = {
  sale: say('銷貨單', '销货单', 'Sales'),
  return: say('銷退單', '销退单', 'Sales returns'),
  allowance: say('折讓單', '折让单', 'Sales allowances'),
};

const CONSIGNED: Readonly<Record<SalesDocumentKind, Translated>> = {
  sale: say('寄售結算', '寄售结算', 'Consignment sales'),
  return: say('寄售退回', '寄售退回', 'Consignment returns'),
  allowance: say('寄售折讓', '寄售折让', 'Consignment allowances'),
};

const RECEIPTS: Readonly<Record<ReceiptKind, Translated>> = {
  payout: say('收款單，平台撥款沖帳', '收款单，平台拨款核销', 'Receipt of a payout'),
  expense: say('平台費用單', '平台费用单', 'Platform fees'),
  transfer: say('沖轉單，已入帳款項轉沖', '冲转单，已入账款项转核销', 'Transfer of money booked before'),
};

const OTHERS = {
  withdrawal: say('錢包提領', '钱包提现', 'Withdrawal from the wallet'),
  deposit: say('撥款入帳', '拨款入账', 'Payout in the bank'),
  converted: say('撥款兌換轉出', '拨款兑换转出', 'Payout converted'),
  conversion: say('撥款兌換入帳', '拨款兑换入账', 'Converted payout in the bank'),
  vat: say('營業稅期末調整', '增值税期末调整', 'VAT adjusted at the end of the period'),
  prepayment: say('月底已收款未出貨轉預收', '月末已收款未发货转预收', 'Paid and not shipped at the month’s end'),
  revaluation: say('外幣月底評價', '外币月末评价', 'Foreign balances at the month’s last rate'),
  cost: say('銷貨成本，移動平均', '销货成本，移动平均', 'Cost of sales at moving average'),
} as const satisfies Record<string, Translated>;

const REVERSAL: Translated<(number: string, summary: string) => string> = {
  'zh-TW': (number, summary) => `沖銷 ${number}：${summary}`,
  'zh-CN': (number, summary) => `冲销 ${number}：${summary}`,
  en: (number, summary) => `Reverses ${number}: ${summary}`,
};

export function salesSummary(
  kind: SalesDocumentKind,
  settlement: 'marketplace' | 'consignment',
  count: number,
  company: CompanySettings,
): string {
  const language = languageOfBooks(company);
  const words = settlement === 'consignment' ? CONSIGNED : SALES;
  return COUNTED[language](words[kind][language], count);
}

export function receiptSummary(kind: ReceiptKind, company: CompanySettings): string {
  return RECEIPTS[kind][languageOfBooks(company)];
}

export function summaryOf(what: keyof typeof OTHERS, company: CompanySettings): string {
  return OTHERS[what][languageOfBooks(company)];
}

const INVOICE = {
  invoice: {
    'zh-TW': (number) => `平台手續費發票 ${number}`,
    'zh-CN': (number) => `平台手续费发票 ${number}`,
    en: (number) => `The platform’s invoice ${number}`,
  },
  allowance: {
    'zh-TW': (number) => `平台手續費折讓單 ${number}`,
    'zh-CN': (number) => `平台手续费折让单 ${number}`,
    en: (number) => `The platform’s allowance ${number}`,
  },
} as const satisfies Record<string, Translated<(number: string) => string>>;

interface Invoice {
  readonly kind: keyof typeof INVOICE;
  readonly number: string;
}

export function invoiceSummary({ kind, number }: Invoice, company: CompanySettings): string {
  return INVOICE[kind][languageOfBooks(company)](number);
}

export function reversalSummary(number: string, summary: string, company: CompanySettings): string {
  return REVERSAL[languageOfBooks(company)](number, summary);
}
