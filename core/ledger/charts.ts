// Charts of accounts: which code of which chart plays which role. Companies begin with a preset and change what differs.
import type { Account, ChartPreset, Company, CompanySettings } from '../company.ts';
import type { Language } from '../language.ts';
import { shortShop } from '../short-shop.ts';
import { shortText } from '../short-text.ts';
import type { AccountRole } from '../voucher.ts';

/** A code and its name, in the chart's own language. */
interface ChartAccount {
  readonly code: string;
  readonly name: string;
  /** The published chart has no account for the role: code or name is our proposal, for the accountant to confirm. */
  readonly unverified?: true;
}

export type Chart = Readonly<Record<AccountRole, ChartAccount>>;

const listed = (code: string, name: string): ChartAccount => ({ code, name });
const proposed = (code: string, name: string): ChartAccount => ({ code, name, unverified: true });

/** 商業會計項目表（112 年度起）: four-digit codes of the statutory table; sub-accounts (`.01`) are ours. */
const TW_112: Chart = {
  bank: listed('1113', '銀行存款'),
  wallet: proposed('1113.01', '銀行存款－平台錢包'),
  transit: proposed('1114', '在途現金'),
  conversion: proposed('1114.01', '在途現金－兌換中款項'),
  receivable: listed('1191', '應收帳款'),
  claim: proposed('1213.01', '其他應收款－平台爭議'),
  reserve: proposed('1213.02', '其他應收款－保留款'),
  valuation: proposed('1191.90', '應收帳款－外幣評價調整'),
  inventory: listed('1231', '商品存貨'),
  inputVat: listed('1268', '進項稅額'),
  prepaidFees: listed('1281', '暫付款'),
  outputVat: listed('2204', '銷項稅額'),
  suspense: listed('2251', '暫收款'),
  advances: listed('2221', '預收貨款'),
  collected: listed('2252', '代收款'),
  taxClearing: proposed('2252.01', '代收款－代扣稅款'),
  sales: listed('4111', '銷貨收入'),
  salesReturns: listed('4113', '銷貨退回'),
  salesAllowances: listed('4114', '銷貨折讓'),
  costOfSales: listed('5111', '銷貨成本'),
  platformFees: listed('6131', '佣金支出'),
  freight: listed('6115', '運費'),
  advertising: listed('6118', '廣告費'),
  otherExpense: listed('6134', '其他營業費用'),
  transferFees: proposed('6134.01', '其他營業費用－匯費'),
  exchangeGain: listed('7181', '兌換利益'),
  exchangeLoss: listed('7182', '兌換損失'),
  unrealisedGain: proposed('7181.01', '兌換利益－未實現'),
  unrealisedLoss: proposed('7182.01', '兌換損失－未實現'),
  writeOff: proposed('6134.02', '其他營業費用－尾差'),
  badDebts: listed('6124', '呆帳損失'),
};

/** Odoo's chart for Taiwan (l10n_tw), with its own names. */
const ODOO_TW: Chart = {
  bank: listed('1100', '銀行存款'),
  wallet: proposed('1100.01', '銀行存款－平台錢包'),
  transit: proposed('1103', '流動性移轉'),
  conversion: proposed('1103.01', '流動性移轉－兌換中款項'),
  receivable: listed('1156', '應收帳款'),
  claim: proposed('1171.01', '其他應收款－平台爭議'),
  reserve: proposed('1171.02', '其他應收款－保留款'),
  valuation: proposed('1156.90', '應收帳款－外幣評價調整'),
  inventory: proposed('1310', '商品存貨'),
  inputVat: listed('1481', '進項稅額'),
  prepaidFees: proposed('1411.01', '預付款項－平台費用'),
  outputVat: listed('2281', '銷項稅額'),
  suspense: proposed('2381.01', '其他流動負債－暫收款'),
  advances: listed('2141', '合約負債'),
  collected: listed('2282', '代收款'),
  taxClearing: proposed('2286', '應付代扣稅款'),
  sales: listed('4111', '主要產品線銷貨收入'),
  salesReturns: listed('4711', '銷貨退回'),
  salesAllowances: listed('4811', '銷貨折讓'),
  costOfSales: proposed('5101', '銷貨成本'),
  platformFees: proposed('6761.01', '專業服務費－平台手續費'),
  freight: listed('6721', '運費'),
  advertising: listed('6751', '廣告費'),
  otherExpense: listed('6781', '雜項費用'),
  transferFees: proposed('6781.01', '雜項費用－匯費'),
  exchangeGain: listed('7171', '兌換利益'),
  exchangeLoss: listed('7541', '兌換損失'),
  unrealisedGain: proposed('7171.01', '兌換利益－未實現'),
  unrealisedLoss: proposed('7541.01', '兌換損失－未實現'),
  writeOff: proposed('6781.02', '雜項費用－尾差'),
  badDebts: proposed('6781.03', '雜項費用－呆帳'),
};

/** Odoo's chart for China (l10n_cn); income and expenses follow the enterprise standard and are not confirmed. */
const ODOO_CN: Chart = {
  bank: listed('1002', '银行存款'),
  wallet: listed('1012', '其他货币资金'),
  // Not 01 and so on: those are the wallets of the shops, which are counted from 01.
  transit: proposed('1012.00', '其他货币资金－在途资金'),
  conversion: proposed('1012.00.01', '其他货币资金－兑换中款项'),
  receivable: listed('1122', '应收账款'),
  claim: proposed('1221.01', '其他应收款－平台争议'),
  reserve: proposed('1221.02', '其他应收款－保留款'),
  valuation: proposed('1122.90', '应收账款－外币评价调整'),
  inventory: listed('1405', '库存商品'),
  inputVat: listed('2221.01.02', '应交税费－应交增值税（进项税额）'),
  prepaidFees: proposed('1123.01', '预付账款－平台费用'),
  outputVat: listed('2221.01.01', '应交税费－应交增值税（销项税额）'),
  suspense: proposed('2241.01', '其他应付款－暂收款'),
  advances: listed('2203', '预收账款'),
  collected: proposed('2241.02', '其他应付款－代收款'),
  taxClearing: proposed('2221.08', '应交税费－代扣代交增值税'),
  sales: proposed('6001', '主营业务收入'),
  salesReturns: proposed('6001.01', '主营业务收入－销售退回'),
  salesAllowances: proposed('6001.02', '主营业务收入－销售折让'),
  costOfSales: proposed('6401', '主营业务成本'),
  platformFees: proposed('6601.01', '销售费用－平台服务费'),
  freight: proposed('6601.02', '销售费用－运费'),
  advertising: proposed('6601.03', '销售费用－广告费'),
  otherExpense: proposed('6601.04', '销售费用－其他'),
  transferFees: proposed('6603.01', '财务费用－手续费'),
  exchangeGain: proposed('6603.02', '财务费用－汇兑收益'),
  exchangeLoss: proposed('6603.03', '财务费用－汇兑损失'),
  unrealisedGain: proposed('6603.05', '财务费用－未实现汇兑收益'),
  unrealisedLoss: proposed('6603.06', '财务费用－未实现汇兑损失'),
  writeOff: proposed('6603.04', '财务费用－尾差'),
  badDebts: proposed('6702', '信用减值损失－坏账'),
};

export const CHARTS: Readonly<Record<ChartPreset, Chart>> = {
  'tw-112': TW_112,
  'odoo-tw': ODOO_TW,
  'odoo-cn': ODOO_CN,
};

/**
 * The account that plays the role in the company's books. Each shop has a wallet of its own.
 * @param shop key of the shop whose voucher it is; '' for none
 */
export function accountOf(company: Company, role: AccountRole, shop: string): Account {
  const { code, name } = company.accounts[role] ?? CHARTS[company.chart][role];
  return role === 'wallet' && shop !== '' ? walletOf(company, shop, { code, name }) : { code, name };
}

/**
 * A sub-account for each wallet, so that its balance is what the platform shows: numbered by the shop's place, unless
 * the shop's settings name an account.
 * @throws Error for a shop that the books do not know: its wallet would be another one's
 */
function walletOf({ shops, shopPlaces }: Company, shop: string, { code, name }: Account): Account {
  const own = shops[shop]?.walletAccount;
  if (own) return own;
  const place = shopPlaces.get(shop);
  if (place === undefined) throw new Error(`no place among the shops: ${shop}`);
  const sub = String(place).padStart(2, '0');
  return { code: `${code}.${sub}`, name: findable(`${name}－${shortShop(shop)}`) };
}

/** As for the names that a team gives; SUMIFS, by which the trial balance finds its accounts, takes up to 255. */
const NAME_LENGTH_MAX = 200;

/** SUMIFS reads these as patterns, and people name shops as they like. */
const PATTERN_MARKS: Readonly<Record<string, string>> = { '*': '＊', '?': '？', '~': '～' };

function findable(name: string): string {
  return shortText(
    name.replace(/[*?~]/g, (mark) => PATTERN_MARKS[mark] ?? mark),
    NAME_LENGTH_MAX,
  );
}

/** The language in which the books are kept: that of the chart. */
export function languageOfBooks({ chart }: CompanySettings): Language {
  return chart === 'odoo-cn' ? 'zh-CN' : 'zh-TW';
}
