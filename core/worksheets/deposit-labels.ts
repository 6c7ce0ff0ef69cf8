// The words of the sheet of payouts and deposits, in three languages.
import type { Language, Translated } from '../language.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

export const DEPOSITS_SHEET_NAME = say('撥款入帳', '拨款入账', 'Result deposits');

const WORDS = {
  note: say(
    '每批撥款與帳戶提領是否入帳：應入帳 = 已入帳 + 匯費 + 差額 + 尚未入帳。撥款進錢包與提領到銀行是同一筆錢的兩段，分別合計。',
    '每批拨款与账户提现是否入账：应入账 = 已入账 + 汇费 + 差额 + 尚未入账。拨款进钱包与提现到银行是同一笔钱的两段，分别合计。',
    'Whether each payout and withdrawal arrived: due = arrived + transfer fee + difference + not arrived. A payout into a wallet and its withdrawal to the bank are the same money, so they are added up apart.',
  ),
  accounts: say('帳戶', '账户', 'Account'),
  accountsBlock: say('帳戶餘額', '账户余额', 'Balances of the accounts'),
  from: say('起日', '起日', 'From'),
  to: say('迄日', '止日', 'To'),
  opening: say('期初', '期初', 'Opening'),
  moneyIn: say('流入', '流入', 'In'),
  moneyOut: say('流出', '流出', 'Out'),
  closing: say('期末', '期末', 'Closing'),
  printed: say('對帳單餘額', '对账单余额', 'Balance printed'),
  missing: say('餘額差', '余额差', 'Balance apart'),
  reservesBlock: say('保留款', '保留款', 'Reserves held'),
  held: say('扣留', '扣留', 'Held'),
  released: say('釋出', '释放', 'Released'),
  openReserve: say('尚未釋出', '尚未释放', 'Still held'),
  state: say('狀態', '状态', 'State'),
  kind: say('種類', '种类', 'Kind'),
  batch: say('撥款批次', '拨款批次', 'Payout'),
  withdrawal: say('提領', '提现', 'Withdrawal'),
  deposit: say('入帳', '入账', 'Deposit'),
  shop: say('店鋪', '店铺', 'Shop'),
  currency: say('幣別', '币种', 'Currency'),
  day: say('日期', '日期', 'Day'),
  reference: say('撥款編號', '拨款编号', 'Payout number'),
  lines: say('列數', '行数', 'Rows'),
  total: say('各列合計', '各行合计', 'Sum of rows'),
  declared: say('報表宣告', '报表声明', 'Declared'),
  fileDifference: say('報表差', '报表差', 'File apart'),
  due: say('應入帳', '应入账', 'Due'),
  arrivedOn: say('入帳日', '入账日', 'Arrived on'),
  arrived: say('已入帳', '已入账', 'Arrived'),
  stray: say('無撥款的入帳', '无拨款的入账', 'Without a payout'),
  fee: say('匯費', '汇费', 'Transfer fee'),
  difference: say('差額', '差额', 'Difference'),
  outstanding: say('尚未入帳', '尚未入账', 'Not arrived'),
  receivedIn: say('兌換成', '兑换成', 'Converted to'),
  received: say('兌換後入帳', '兑换后入账', 'Arrived, converted'),
  impliedRate: say('隱含匯率', '隐含汇率', 'Implied rate'),
  spread: say('匯率價差（本位幣）', '汇率价差（本位币）', 'Spread, base currency'),
  spreadAs: say('價差列為', '价差列为', 'Spread booked as'),
  document: say('單號', '单号', 'Document'),
  reason: say('說明', '说明', 'Reason'),
  sum: say('合計', '合计', 'Total'),
} as const satisfies Record<string, Translated>;

export type DepositWord = keyof typeof WORDS;

export function depositWord(word: DepositWord, language: Language): string {
  return WORDS[word][language];
}
