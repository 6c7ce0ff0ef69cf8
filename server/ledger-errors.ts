// What is refused of months, taxes, costs and invoices; part of the one list in api-error.ts.
import { at, refusal } from './refusal.ts';

export const LEDGER_ERRORS = {
  RATE_MISSING: refusal(409, {
    'zh-TW': (d) =>
      `${at(d, 'day')} 沒有 ${at(d, 'currency')} 的匯率，月底不能評價。沒有入帳；請輸入當月的匯率（設定的「匯率」，或命令列 settings set 檔案中的 exchange-rates）後再試。`,
    'zh-CN': (d) =>
      `${at(d, 'day')} 没有 ${at(d, 'currency')} 的汇率，月末不能评价。没有入账；请输入当月的汇率（设置的“汇率”，或命令行 settings set 文件中的 exchange-rates）后再试。`,
    en: (d) =>
      `There is no rate for ${at(d, 'currency')} on ${at(d, 'day')}, so the month's end cannot be valued. Nothing was posted; enter a rate of that month (exchange rates in the settings, or exchange-rates in the file of settings set) and try again.`,
  }),
  VAT_CURRENCY: refusal(409, {
    'zh-TW': (d) =>
      `帳本以 ${at(d, 'base')} 記帳，銷項稅額只能以帳本幣別調整，不能以 ${at(d, 'currency')} 調整。沒有入帳；請改用 ${at(d, 'base')}（--currency ${at(d, 'base')}）。`,
    'zh-CN': (d) =>
      `账本以 ${at(d, 'base')} 记账，销项税额只能以账本币种调整，不能以 ${at(d, 'currency')} 调整。没有入账；请改用 ${at(d, 'base')}（--currency ${at(d, 'base')}）。`,
    en: (d) =>
      `The books are kept in ${at(d, 'base')}, and sales tax is trued up in the currency of the books, not in ${at(d, 'currency')}. Nothing was booked; use ${at(d, 'base')} (--currency ${at(d, 'base')}).`,
  }),
  COST_CURRENCY: refusal(409, {
    'zh-TW': (d) =>
      `貨號 ${at(d, 'sku')} 的進貨成本以 ${at(d, 'currency')} 輸入，這個貨號只能以 ${at(d, 'expected')} 計價。沒有儲存，也沒有入帳；請換算為 ${at(d, 'expected')} 後重新輸入。`,
    'zh-CN': (d) =>
      `货号 ${at(d, 'sku')} 的进货成本以 ${at(d, 'currency')} 输入，这个货号只能以 ${at(d, 'expected')} 计价。没有保存，也没有入账；请换算为 ${at(d, 'expected')} 后重新输入。`,
    en: (d) =>
      `What ${at(d, 'sku')} cost was entered in ${at(d, 'currency')}, and this item is valued in ${at(d, 'expected')}. Nothing was saved or booked; enter the cost in ${at(d, 'expected')}.`,
  }),
  INVOICE_TAX: refusal(400, {
    'zh-TW': (d) =>
      `發票 ${at(d, 'number')} 的稅額不對：稅額須小於含稅金額，且未轉入暫付款的費用必須含稅。沒有入帳；請核對發票。`,
    'zh-CN': (d) =>
      `发票 ${at(d, 'number')} 的税额不对：税额须小于含税金额，且未转入暂付款的费用必须含税。没有入账；请核对发票。`,
    en: (d) =>
      `The tax of invoice ${at(d, 'number')} cannot be so: it is less than the whole, and there is some where fees stand in the cost. Nothing was booked; look at the invoice.`,
  }),
  INVOICE_CURRENCY: refusal(409, {
    'zh-TW': (d) =>
      `發票 ${at(d, 'number')} 是 ${at(d, 'currency')}，進項稅額只能以帳本幣別 ${at(d, 'base')} 扣抵。沒有入帳；請以 ${at(d, 'base')} 的金額登錄。`,
    'zh-CN': (d) =>
      `发票 ${at(d, 'number')} 是 ${at(d, 'currency')}，进项税额只能以账本币种 ${at(d, 'base')} 抵扣。没有入账；请以 ${at(d, 'base')} 的金额登录。`,
    en: (d) =>
      `Invoice ${at(d, 'number')} is in ${at(d, 'currency')}, and input tax is deducted in ${at(d, 'base')}, the currency of the books. Nothing was booked; enter it in ${at(d, 'base')}.`,
  }),
  INVOICE_SPLIT_ALREADY: refusal(409, {
    'zh-TW': (d) =>
      `這個店鋪的手續費在收款時已拆出進項稅額，發票 ${at(d, 'number')} 不能再扣抵一次。沒有入帳；若這筆費用當時沒有拆稅，請註明 from（cost 或 prepaid）。`,
    'zh-CN': (d) =>
      `这个店铺的手续费在收款时已拆出进项税额，发票 ${at(d, 'number')} 不能再抵扣一次。没有入账；若这笔费用当时没有拆税，请注明 from（cost 或 prepaid）。`,
    en: (d) =>
      `The input tax of this shop's fees was split off when they were paid; invoice ${at(d, 'number')} would deduct it again. Nothing was booked; where these fees were not split, say from (cost or prepaid).`,
  }),
  INVOICE_DIFFERS: refusal(409, {
    'zh-TW': (d) => `發票 ${at(d, 'number')} 已經登錄，內容不同。沒有入帳；請先作廢原來的登錄。`,
    'zh-CN': (d) => `发票 ${at(d, 'number')} 已经登记，内容不同。没有入账；请先作废原来的登记。`,
    en: (d) =>
      `Invoice ${at(d, 'number')} is in the books with other figures. Nothing was booked; void that one first.`,
  }),
  INVOICE_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `「${at(d, 'shop')}」沒有有效的發票 ${at(d, 'number')}。請用 invoices list 核對號碼與店鋪。`,
    'zh-CN': (d) => `“${at(d, 'shop')}”没有有效的发票 ${at(d, 'number')}。请用 invoices list 核对号码与店铺。`,
    en: (d) => `No invoice ${at(d, 'number')} of "${at(d, 'shop')}" stands. Check number and shop with invoices list.`,
  }),
  PERIOD_FILED: refusal(409, {
    'zh-TW': (d) => `${at(d, 'month')} 已經申報，不能再調整。請把差額列入下一個申報期。`,
    'zh-CN': (d) => `${at(d, 'month')} 已经申报，不能再调整。请把差额列入下一个申报期。`,
    en: (d) =>
      `${at(d, 'month')} has been filed and is not adjusted any more. Put the difference into the next period.`,
  }),
  PERIOD_CLOSED: refusal(409, {
    'zh-TW': (d) => `${at(d, 'month')} 已經關帳，不能再入帳。請改用開放月份的日期，或不指定日期。`,
    'zh-CN': (d) => `${at(d, 'month')} 已经关账，不能再入账。请改用开放月份的日期，或不指定日期。`,
    en: (d) => `${at(d, 'month')} is closed; nothing is posted into it. Choose a day in an open month, or name none.`,
  }),
  PERIOD_STATE: refusal(409, {
    'zh-TW': (d) => `${at(d, 'month')} 目前是「${at(d, 'zh-TW')}」，不能這樣變更。${at(d, 'next-zh-TW')}`,
    'zh-CN': (d) => `${at(d, 'month')} 目前是“${at(d, 'zh-CN')}”，不能这样变更。${at(d, 'next-zh-CN')}`,
    en: (d) => `${at(d, 'month')} is ${at(d, 'en')} and cannot be changed this way. ${at(d, 'next-en')}`,
  }),
  REVERSAL_TOO_EARLY: refusal(400, {
    'zh-TW': (d) => `沖銷日 ${at(d, 'day')} 早於原單據的日期 ${at(d, 'earliest')}。請改用該日或之後的日期。`,
    'zh-CN': (d) => `冲销日 ${at(d, 'day')} 早于原单据的日期 ${at(d, 'earliest')}。请改用该日或之后的日期。`,
    en: (d) =>
      `The day ${at(d, 'day')} is before the documents it reverses (${at(d, 'earliest')}). Choose that day or a later one.`,
  }),
};
