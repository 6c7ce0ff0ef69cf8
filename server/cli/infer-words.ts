// Why a column is taken for what it is, and what a person has to confirm: sentences in three languages.
import type { Language, Translated } from '../../core/language.ts';
import type { Proposal } from '../../core/mapping/infer-mapping.ts';

export type Proof = NonNullable<Proposal['proof']>;
export type ProofTerm = Proof['terms'][number];

type Fact = Proposal['columns'][number]['evidence'][number];
type Question = Proposal['questions'][number];
type Content = Extract<Fact, { fact: 'values' }>['of'];
type Sentence = Translated;

const say = (tw: string, cn: string, en: string): Sentence => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const CONTENTS: Readonly<Record<Content, Translated>> = {
  empty: say('空白', '空白', 'nothing'),
  date: say('日期', '日期', 'days'),
  amount: say('金額', '金额', 'amounts'),
  balance: say('餘額', '余额', 'a balance'),
  rate: say('比率', '比率', 'rates'),
  quantity: say('數量', '数量', 'quantities'),
  serial: say('流水序號', '流水序号', 'a running number'),
  id: say('編號', '编号', 'numbers that name something'),
  currency: say('幣別', '币种', 'currencies'),
  direction: say('收支方向', '收支方向', 'in or out'),
  personal: say('個人資料', '个人资料', 'personal data'),
  words: say('固定用語', '固定用语', 'a few words'),
  text: say('文字', '文字', 'text'),
};

export const contentWord = (content: Content, language: Language): string => CONTENTS[content][language];

export function factSentence(fact: Fact, language: Language): string {
  return sentenceOf(fact)[language];
}

function sentenceOf(fact: Fact): Sentence {
  switch (fact.fact) {
    case 'values': {
      const { fitting, filled } = fact;
      if (filled === 0) return CONTENTS.empty;
      const [tw, cn, en] = (['zh-TW', 'zh-CN', 'en'] as const).map((language) => contentWord(fact.of, language));
      return say(
        `${filled} 格有值，${fitting} 格為${tw}`,
        `${filled} 格有值，${fitting} 格为${cn}`,
        `${fitting} of ${filled} values: ${en}`,
      );
    }
    case 'header':
      return say('欄名', '列名', 'its name');
    case 'knownOrders':
      return say(
        `${fact.of} 個值中 ${fact.hits} 個是已知訂單`,
        `${fact.of} 个值中 ${fact.hits} 个是已知订单`,
        `${fact.hits} of ${fact.of} are known orders`,
      );
    case 'distinct':
      return say(
        `${fact.filled} 個值中 ${fact.distinct} 個不同`,
        `${fact.filled} 个值中 ${fact.distinct} 个不同`,
        `${fact.distinct} different of ${fact.filled}`,
      );
    case 'inIdentity':
      return say(`以 ${fact.sign} 計入算式`, `以 ${fact.sign} 计入算式`, `enters the sum with ${fact.sign}`);
    case 'isNet':
      return say(
        `為淨額，${fact.holdsOn}/${fact.rows} 列成立`,
        `为净额，${fact.holdsOn}/${fact.rows} 行成立`,
        `the net, right on ${fact.holdsOn} of ${fact.rows} rows`,
      );
    case 'runsWith':
      return say(
        `逐列累加，${fact.holdsOn}/${fact.rows} 列成立`,
        `逐行累加，${fact.holdsOn}/${fact.rows} 行成立`,
        `runs with the rows, right on ${fact.holdsOn} of ${fact.rows}`,
      );
    case 'noMoney':
      return say('沒有金額', '没有金额', 'no money in it');
  }
}

const KINDS: Readonly<Record<Extract<Question, { ask: 'kindOfReport' }>['proposed'], Translated>> = {
  payout: say('撥款明細', '拨款明细', 'a payout report'),
  wallet: say('錢包或銀行對帳單', '钱包或银行对账单', 'a wallet or bank statement'),
  orders: say('訂單', '订单', 'an order export'),
};

export const kindWord = (kind: keyof typeof KINDS, language: Language): string => KINDS[kind][language];

export function questionSentence(question: Question, language: Language): string {
  return questionIn(question, language)[language];
}

const listed = (names: readonly (string | number)[]) => names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '');

export const sumText = (terms: readonly ProofTerm[]): string =>
  terms.map(({ column, sign }, at) => (at === 0 && sign === '+' ? column : `${sign} ${column}`)).join(' ');

function questionIn(question: Question, language: Language): Sentence {
  switch (question.ask) {
    case 'componentType':
    case 'stage': {
      const place = question.word === undefined ? question.column : `${question.column} = ${question.word}`;
      return say(
        `「${place}」是 ${question.proposed} 嗎？`,
        `“${place}”是 ${question.proposed} 吗？`,
        `Is "${place}" ${question.proposed}?`,
      );
    }
    case 'dateOrder':
      return say(
        `「${question.column}」先日還是先月：${listed(question.formats)}？`,
        `“${question.column}”先日还是先月：${listed(question.formats)}？`,
        `Day or month first in "${question.column}": ${listed(question.formats)}?`,
      );
    case 'decimalMark':
      return say(
        `「${question.column}」的小數點是「${question.proposed}」嗎？`,
        `“${question.column}”的小数点是“${question.proposed}”吗？`,
        `Is "${question.proposed}" the decimal mark of "${question.column}"?`,
      );
    case 'currency':
      return say(
        `幣別是 ${question.proposed} 嗎？`,
        `币种是 ${question.proposed} 吗？`,
        `Is the currency ${question.proposed}?`,
      );
    case 'orderNumber':
      return say(
        `哪一欄是訂單編號：${listed(question.candidates)}？`,
        `哪一列是订单编号：${listed(question.candidates)}？`,
        `Which column is the order number: ${listed(question.candidates)}?`,
      );
    case 'paidOutOn':
      return say(
        `哪一欄是撥款日：${listed(question.candidates)}？`,
        `哪一列是拨款日：${listed(question.candidates)}？`,
        `Which column is the day of payout: ${listed(question.candidates)}?`,
      );
    case 'kindOfReport':
      return say(
        `這是${kindWord(question.proposed, 'zh-TW')}嗎？`,
        `这是${kindWord(question.proposed, 'zh-CN')}吗？`,
        `Is this ${kindWord(question.proposed, 'en')}?`,
      );
    default:
      return questionOfSum(question, language);
  }
}

type SumQuestion = Extract<
  Question,
  { ask: 'identity' | 'fewRows' | 'failingRows' | 'unusedAmount' | 'signUnseen' | 'rowsLeftOut' }
>;

function questionOfSum(question: SumQuestion, language: Language): Sentence {
  switch (question.ask) {
    case 'identity': {
      const sums = question.candidates
        .slice(0, 3)
        .map(({ net, terms }) => `${net} = ${sumText(terms)}`)
        .join(language === 'en' ? '; ' : '；');
      return say(`淨額怎麼算？${sums}`, `净额怎么算？${sums}`, `How is the net made up? ${sums}`.trimEnd());
    }
    case 'fewRows': {
      const { independentRows: rows, columns } = question;
      return say(
        `有用的列只有 ${rows} 列，金額欄 ${columns} 欄：算式可能是巧合，請逐項核對。`,
        `有用的行只有 ${rows} 行，金额列 ${columns} 列：算式可能是巧合，请逐项核对。`,
        `Only ${rows} rows tell anything about ${columns} columns: the sum may be chance. Check each of its parts.`,
      );
    }
    case 'failingRows':
      return say(
        `算式在這些列不成立：${listed(question.rows)}。為什麼？`,
        `算式在这些行不成立：${listed(question.rows)}。为什么？`,
        `The sum fails on rows ${listed(question.rows)}. Why?`,
      );
    case 'unusedAmount':
      return say(
        `「${question.column}」是金額，但不在算式中。不必計入嗎？`,
        `“${question.column}”是金额，但不在算式中。不必计入吗？`,
        `"${question.column}" holds amounts outside the sum. Is that right?`,
      );
    case 'signUnseen':
      return say(
        `「${question.column}」在這份檔案沒有金額，正負號（${question.proposed}）取自相鄰欄位，對嗎？`,
        `“${question.column}”在这份文件没有金额，正负号（${question.proposed}）取自相邻列，对吗？`,
        `"${question.column}" is empty in this file; its sign (${question.proposed}) is taken from its neighbours. Is it right?`,
      );
    case 'rowsLeftOut':
      return say(
        `只有「${question.column}」為「${question.keeps}」的列成立，其他列不計入，對嗎？`,
        `只有“${question.column}”为“${question.keeps}”的行成立，其他行不计入，对吗？`,
        `Only rows with "${question.keeps}" in "${question.column}" add up; the others are left out. Is that right?`,
      );
  }
}
