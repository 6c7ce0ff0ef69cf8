// What `clearsheet verify` prints: one line a proof, and below it each row that breaks it.
import type { Language, Translated } from '../../core/language.ts';
import type { Fault, Proof, ProofName } from '../proofs/proof.ts';
import { alignColumns } from './text-columns.ts';

const TITLES: Readonly<Record<ProofName, Translated>> = {
  AUDIT_CHAIN: {
    'zh-TW': '稽核紀錄的雜湊鏈完整',
    'zh-CN': '审计记录的哈希链完整',
    en: 'the chain of the audit log holds',
  },
  CONTENTS: {
    'zh-TW': '匯入、設定與入帳的內容與稽核紀錄所記相同',
    'zh-CN': '导入、设置与入账的内容与审计记录所记相同',
    en: 'what was imported, set and posted is what the log told of',
  },
  VOUCHERS_BALANCE: { 'zh-TW': '每張傳票借貸平衡', 'zh-CN': '每张凭证借贷平衡', en: 'every voucher balances' },
  RECEIPTS_BALANCE: { 'zh-TW': '每張收款單平衡', 'zh-CN': '每张收款单平衡', en: 'every receipt balances' },
  DOCUMENTS_ON_VOUCHERS: {
    'zh-TW': '依單據重開的傳票與入帳的傳票一致',
    'zh-CN': '依单据重开的凭证与入账的凭证一致',
    en: 'vouchers are what their documents give, drawn again',
  },
  RECEIVABLES: {
    'zh-TW': '應收帳款等於訂單、單據與沖帳合計',
    'zh-CN': '应收账款等于订单、单据与核销合计',
    en: 'receivables are their orders, documents and allocations',
  },
  ALLOCATIONS_WITHIN: { 'zh-TW': '沖帳不超過應收', 'zh-CN': '核销不超过应收', en: 'no more is allocated than is owed' },
  ROLL_FORWARD: {
    'zh-TW': '應收變動表、未收訂單與總帳相符',
    'zh-CN': '应收变动表、未收订单与总账相符',
    en: 'roll-forward, open orders and ledger agree',
  },
  LINE_BOOKINGS: {
    'zh-TW': '每筆撥款只入帳一次，金額、扣款與沖帳相符',
    'zh-CN': '每笔拨款只入账一次，金额、扣款与核销相符',
    en: 'every payout line is booked once, for what it brought and cost',
  },
  BANK_DOCUMENTS: {
    'zh-TW': '提領單與入帳單等於對帳單明細',
    'zh-CN': '提现单与入账单等于对账单明细',
    en: 'withdrawals and deposits are what the statements say',
  },
  CONVERSIONS: {
    'zh-TW': '兌換中款項以本位幣計歸零',
    'zh-CN': '兑换中款项以本位币计归零',
    en: 'what is being converted is zero in base currency',
  },
  NUMBERS: { 'zh-TW': '單號連續不重複', 'zh-CN': '单号连续不重复', en: 'numbers have no gap and no double' },
  REVERSALS_CANCEL: {
    'zh-TW': '沖銷與原單據恰好相抵',
    'zh-CN': '冲销与原单据恰好相抵',
    en: 'reversals cancel exactly',
  },
  TRIAL_BALANCE: { 'zh-TW': '試算表合計為零', 'zh-CN': '试算平衡表合计为零', en: 'the trial balance is zero' },
  CLOSED_MONTHS: {
    'zh-TW': '關帳後沒有再入帳',
    'zh-CN': '关账后没有再入账',
    en: 'nothing was posted into a month after it was closed',
  },
  MONTH_ENDS: {
    'zh-TW': '月底轉列預收的訂單，當日確有已收未出貨的款項',
    'zh-CN': '月末转列预收的订单，当日确有已收未发货的款项',
    en: 'what month ends showed as paid and not shipped was on hold on the day',
  },
  STOCK: { 'zh-TW': '庫存等於異動合計', 'zh-CN': '库存等于变动合计', en: 'stock is the sum of its movements' },
};

const SAY_FAULT: Translated<(fault: Fault) => string> = {
  'zh-TW': ({ table, name, field, found, expected }) => `${table} ${name}：${field} 是 ${found}，應為 ${expected}`,
  'zh-CN': ({ table, name, field, found, expected }) => `${table} ${name}：${field} 是 ${found}，应为 ${expected}`,
  en: ({ table, name, field, found, expected }) => `${table} ${name}: ${field} is ${found}, should be ${expected}`,
};

const SOUND: Translated = {
  'zh-TW': '帳冊無誤。',
  'zh-CN': '账册无误。',
  en: 'The books are sound.',
};
const UNSOUND: Translated<(count: number) => string> = {
  'zh-TW': (count) => `帳冊有 ${count} 處不符，資料可能遭到更動。請從備份還原，並查明是誰改了資料。`,
  'zh-CN': (count) => `账册有 ${count} 处不符，数据可能遭到更改。请从备份恢复，并查明是谁改了数据。`,
  en: (count) =>
    `The books are wrong in ${count} places; somebody may have changed the data. Restore a backup and find out who did.`,
};

/** A broken book may be broken in every row; the JSON has them all. */
const FAULTS_SHOWN = 20;

export function presentProofs(proofs: readonly Proof[], language: Language): string {
  const titles = alignColumns(
    proofs.map(({ name, counted, faults }) => [
      faults.length === 0 ? '✓' : '✗',
      TITLES[name][language],
      String(counted),
    ]),
    ['left', 'left', 'right'],
  );
  const lines = proofs.flatMap(({ faults }, at) => [
    titles[at] ?? '',
    ...faults.slice(0, FAULTS_SHOWN).map((fault) => `    ${SAY_FAULT[language](fault)}`),
    ...(faults.length > FAULTS_SHOWN ? [`    … ${faults.length - FAULTS_SHOWN}`] : []),
  ]);
  const count = proofs.reduce((total, { faults }) => total + faults.length, 0);
  return `${[...lines, '', count === 0 ? SOUND[language] : UNSOUND[language](count)].join('\n')}\n`;
}
