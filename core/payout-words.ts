// The kinds of money of a payout in words.
import type { Language, Translated } from './language.ts';
import type { ComponentType } from './payout.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

export const COMPONENT_LABELS: Readonly<Record<ComponentType, Translated>> = {
  PRINCIPAL: say('貨款', '货款', 'Principal'),
  BUYER_SHIPPING: say('買家運費', '买家运费', 'Buyer shipping'),
  PLATFORM_SUBSIDY: say('平台補貼', '平台补贴', 'Platform subsidy'),
  SELLER_DISCOUNT: say('賣家折扣', '卖家折扣', 'Seller discount'),
  REIMBURSEMENT: say('賠付', '赔付', 'Reimbursement'),
  REFUND: say('退款', '退款', 'Refund'),
  COMMISSION: say('成交手續費', '成交手续费', 'Commission'),
  PAYMENT_FEE: say('金流手續費', '支付手续费', 'Payment fee'),
  SERVICE_FEE: say('其他服務費', '其他服务费', 'Service fee'),
  AFFILIATE_FEE: say('分潤', '分润', 'Affiliate fee'),
  SHIPPING_FEE: say('實扣運費', '实扣运费', 'Freight charged'),
  SHIPPING_SUBSIDY: say('運費補助', '运费补助', 'Freight subsidy'),
  FEE_REVERSAL: say('手續費退回', '手续费退回', 'Fee returned'),
  PENALTY: say('罰款', '罚款', 'Penalty'),
  AD_FEE: say('廣告費', '广告费', 'Advertising'),
  CHARGEBACK: say('爭議款', '争议款', 'Chargeback'),
  CHARGEBACK_REVERSAL: say('爭議款退回', '争议款退回', 'Chargeback returned'),
  RESERVE_HELD: say('保留款扣留', '保留款扣留', 'Reserve held'),
  RESERVE_RELEASED: say('保留款釋出', '保留款释出', 'Reserve released'),
  TAX: say('稅', '税', 'Tax'),
  ADJUSTMENT: say('調整', '调整', 'Adjustment'),
  WITHDRAWAL: say('提領', '提现', 'Withdrawal'),
  UNKNOWN: say('未分類', '未分类', 'Unclassified'),
};

export function componentLabel(type: ComponentType, language: Language): string {
  return COMPONENT_LABELS[type][language];
}
