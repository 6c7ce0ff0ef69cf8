// The words of the ledger's worksheets in three languages: sheets, columns, kinds of vouchers, notes.
import type { Translated } from '../language.ts';
import type { VoucherKind } from '../voucher.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

export const LEDGER_SHEET_NAMES = {
  vouchers: say('傳票', '凭证', 'Vouchers'),
  trialBalance: say('試算表', '试算平衡表', 'Trial balance'),
} as const satisfies Record<string, Translated>;

export const VOUCHER_KIND_LABELS: Readonly<Record<VoucherKind, Translated>> = {
  sales: say('銷貨', '销货', 'Sales'),
  receipt: say('收款', '收款', 'Receipt'),
  transfer: say('轉沖', '转核销', 'Transfer'),
  expense: say('平台費用', '平台费用', 'Platform fees'),
  bank: say('提領入帳', '提现入账', 'Wallet and bank'),
  tax: say('營業稅', '增值税', 'VAT'),
  cost: say('銷貨成本', '销货成本', 'Cost of sales'),
  adjustment: say('月底調整', '月末调整', 'Month-end adjustment'),
};

const WORDS = {
  number: say('傳票號碼', '凭证号', 'Voucher number'),
  date: say('日期', '日期', 'Date'),
  kind: say('類別', '类别', 'Kind'),
  shop: say('賣場', '店铺', 'Shop'),
  summary: say('摘要', '摘要', 'About'),
  documents: say('單據', '单据', 'Documents'),
  reverses: say('沖銷', '冲销', 'Reverses'),
  currency: say('幣別', '币别', 'Currency'),
  code: say('科目代號', '科目编码', 'Account code'),
  account: say('科目', '科目', 'Account'),
  debit: say('借方', '借方', 'Debit'),
  credit: say('貸方', '贷方', 'Credit'),
  opening: say('期初餘額', '期初余额', 'Opening'),
  balance: say('餘額', '余额', 'Balance'),
  check: say('檢查', '检查', 'Check'),
  baseOpening: say('本幣期初', '本币期初', 'Opening in base'),
  baseDebit: say('本幣借方', '本币借方', 'Debit in base'),
  baseCredit: say('本幣貸方', '本币贷方', 'Credit in base'),
  baseBalance: say('本幣餘額', '本币余额', 'Balance in base'),
  baseCheck: say('本幣檢查', '本币检查', 'Check in base'),
  vouchersNote: say(
    '一列一筆分錄。檢查 = 該傳票借方合計 − 貸方合計，必須為 0。',
    '一行一笔分录。检查 = 该凭证借方合计 − 贷方合计，必须为 0。',
    'One row a line. Check = debits − credits of the voucher; it must be 0.',
  ),
  noVouchers: say('沒有傳票。', '没有凭证。', 'No vouchers.'),
  trialBalanceNote: say(
    '借方與貸方取自「傳票」。檢查 = 該幣別借方合計 − 貸方合計，必須為 0。',
    '借方与贷方取自“凭证”。检查 = 该币别借方合计 − 贷方合计，必须为 0。',
    'Debits and credits come from the vouchers. Check = debits − credits of the currency; it must be 0.',
  ),
  monthBalanceNote: say(
    '借方與貸方取自「傳票」。餘額 = 期初 + 借方 − 貸方；檢查 = 該幣別餘額合計，必須為 0。',
    '借方与贷方取自“凭证”。余额 = 期初 + 借方 − 贷方；检查 = 该币别余额合计，必须为 0。',
    'Debits and credits come from the vouchers. Balance = opening + debits − credits; check = Σ balances of the currency, which must be 0.',
  ),
  balanceAloneNote: say(
    '傳票太多，不另列出。餘額 = 期初 + 借方 − 貸方；檢查 = 該幣別餘額合計，必須為 0。',
    '凭证太多，不另列出。余额 = 期初 + 借方 − 贷方；检查 = 该币别余额合计，必须为 0。',
    'The vouchers are too many for a sheet. Balance = opening + debits − credits; check = Σ balances of the currency, which must be 0.',
  ),
} as const satisfies Record<string, Translated>;

export type LedgerWord = keyof typeof WORDS;

export function ledgerWord(key: LedgerWord, language: keyof Translated): string {
  return WORDS[key][language];
}
