// The platforms' invoices as the command line tells them, and what is left of 暫付款.
import type { Language, Translated } from '../../core/language.ts';
import type { FeeInvoices } from '../../core/ledger/fee-invoice-api.ts';
import { negate, readableAmount } from '../../core/money.ts';
import { block } from './text-columns.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const INVOICES = say(
  '平台手續費發票與折讓單（含稅、稅額、傳票）',
  '平台手续费发票与折让单（含税、税额、凭证）',
  'Invoices and allowances of platforms (whole, tax, voucher)',
);
const ALLOWANCE = say('折讓單', '折让单', 'allowance');
const NONE = say('還沒有登錄發票。', '还没有登录发票。', 'No invoice is in the books yet.');
const PREPAID = say('暫付款餘額', '暂付款余额', 'Left of fees paid before their invoice');
const VOIDED: Translated<(by: string) => string> = {
  'zh-TW': (by) => `已作廢 ${by}`,
  'zh-CN': (by) => `已作废 ${by}`,
  en: (by) => `voided by ${by}`,
};

export function presentInvoices({ invoices, prepaid }: FeeInvoices, language: Language): string {
  const rows = invoices.map(({ kind, invoicedOn, number, shop, amount, tax, currency, voucher, voidedBy }) => {
    const [whole, ofTax] = [amount, tax].map((one) => readableAmount(kind === 'invoice' ? one : negate(one)));
    const words = [kind === 'invoice' ? [] : ALLOWANCE[language], voidedBy === null ? [] : VOIDED[language](voidedBy)];
    return [invoicedOn, number, shop, whole ?? '', ofTax ?? '', currency, voucher, words.flat().join(' · ')];
  });
  const left = prepaid.map(({ shop, amount, currency }) => [shop, readableAmount(amount), currency]);
  const told = block(INVOICES[language], rows, ['left', 'left', 'left', 'right', 'right', 'left', 'left', 'left']);
  const lines = [
    ...(told.length === 0 ? [NONE[language]] : told),
    ...block(PREPAID[language], left, ['left', 'right', 'left']),
  ];
  return `${lines.join('\n')}\n`;
}
