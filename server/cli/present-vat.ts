// The VAT of a filing period as the command line tells it.
import type { Language, Translated } from '../../core/language.ts';
import { type Currency, readableAmount, textOfAmount } from '../../core/money.ts';
import type { VatAnswer } from '../commands/true-up-vat.ts';

type Words = Translated<(answer: VatAnswer, currency: Currency) => readonly string[]>;

const LINES: Words = {
  'zh-TW': (answer, currency) => [
    `申報期 ${answer.from} 至 ${answer.to}（${currency}）`,
    `  含稅銷售額 ${readableAmount(answer.gross)}`,
    `  逐筆暫計稅額 ${readableAmount(answer.provisional)}`,
    `  依總額計算應納 ${readableAmount(answer.due)}`,
    `  先前已調整 ${readableAmount(answer.before)}`,
    `  本次調整 ${readableAmount(answer.adjustment)}${answer.number === null ? '（未入帳）' : `，傳票 ${answer.number}`}`,
  ],
  'zh-CN': (answer, currency) => [
    `申报期 ${answer.from} 至 ${answer.to}（${currency}）`,
    `  含税销售额 ${readableAmount(answer.gross)}`,
    `  逐笔暂计税额 ${readableAmount(answer.provisional)}`,
    `  按总额计算应纳 ${readableAmount(answer.due)}`,
    `  先前已调整 ${readableAmount(answer.before)}`,
    `  本次调整 ${readableAmount(answer.adjustment)}${answer.number === null ? '（未入账）' : `，凭证 ${answer.number}`}`,
  ],
  en: (answer, currency) => [
    `Filing period ${answer.from} to ${answer.to} (${currency})`,
    `  sales, tax included ${readableAmount(answer.gross)}`,
    `  tax of the orders, provisional ${readableAmount(answer.provisional)}`,
    `  tax due on the total ${readableAmount(answer.due)}`,
    `  adjusted before ${readableAmount(answer.before)}`,
    `  adjustment ${readableAmount(answer.adjustment)}${answer.number === null ? ' (not posted)' : `, voucher ${answer.number}`}`,
  ],
};

export function presentVat(answer: VatAnswer, currency: Currency, language: Language): string {
  return `${LINES[language](answer, currency).join('\n')}\n`;
}

export function vatJson({ from, to, number, ...amounts }: VatAnswer, currency: Currency): object {
  const texts = Object.entries(amounts).map(([name, amount]) => [name, textOfAmount(amount)] as const);
  return { from, to, currency, ...Object.fromEntries(texts), voucher: number };
}
