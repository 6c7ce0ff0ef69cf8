// Is an unknown sheet an order export, a settlement of orders, or a wallet statement? By what it holds, not by its title.
import type { ColumnContent } from './infer-evidence.ts';
import type { Findings, Kind } from './infer-findings.ts';
import { stageOfWord } from './infer-stages.ts';
import {
  NAME_WORDS,
  NET_WORDS,
  PAID_OUT_WORDS,
  PRICE_WORDS,
  REPORT_WORDS,
  SKU_WORDS,
  STATUS_WORDS,
  hasWord,
} from './infer-words.ts';

export function kindOfReport(findings: Findings): Kind {
  if (pointsForOrders(findings) > pointsForMoney(findings)) return 'orders';
  return hasOrders(findings) ? 'payout' : 'wallet';
}

const headers = ({ contents }: Findings, fits: (content: ColumnContent) => boolean, words: RegExp) =>
  contents.some((content) => fits(content) && hasWord(content.profile.column.header, words));

const anyContent = () => true;

const PARCEL_WORDS = /出貨|发货|發貨|運送|运送|配送|完成|不成立|交易成功|交易关闭|ship|fulfil|deliver|dikirim|selesai/i;

/** Words such as 已出貨 or `unfulfilled`: settlements speak of money, orders of parcels. */
function isOrderStatus({ content, profile }: ColumnContent): boolean {
  const words = profile.words ?? [];
  const stages = words.filter((word) => stageOfWord(word) !== null).length;
  if (!words.some((word) => PARCEL_WORDS.test(word))) return false;
  return (
    content === 'words' && hasWord(profile.column.header, STATUS_WORDS) && stages * 2 >= words.length && stages > 0
  );
}

function pointsForOrders(findings: Findings): number {
  const { contents } = findings;
  const personal = contents.filter(({ content }) => content === 'personal').length;
  return (
    (contents.some(({ content }) => content === 'quantity') ? 2 : 0) +
    (contents.some(isOrderStatus) ? 3 : 0) +
    (headers(findings, anyContent, SKU_WORDS) ? 1 : 0) +
    (headers(findings, anyContent, NAME_WORDS) ? 1 : 0) +
    (headers(findings, ({ content }) => content === 'amount', PRICE_WORDS) ? 1 : 0) +
    (personal >= 3 ? 2 : personal > 0 ? 1 : 0)
  );
}

function pointsForMoney(findings: Findings): number {
  const { identity, money, balance } = findings;
  const terms = identity?.terms ?? [];
  const fees = money.columns.filter(
    ({ key, type }) => FEES.test(type) && terms.some((term) => term.key === key),
  ).length;
  const net = [...money.columns, ...money.directed.map(({ amount, key }) => ({ ...amount, key }))].find(
    ({ key }) => key === identity?.net,
  );
  return (
    (net && hasWord(net.content.profile.column.header, NET_WORDS) ? 3 : 0) +
    (headers(findings, ({ content }) => content === 'amount', NET_WORDS) ? 1 : 0) +
    Math.min(3, fees) +
    (headers(findings, ({ content }) => content === 'date', PAID_OUT_WORDS) ? 2 : 0) +
    (headers(findings, anyContent, REPORT_WORDS) ? 2 : 0) +
    (money.columns.some(({ negatives, positives }) => negatives * 4 > positives) ? 4 : 0) +
    (balance ? 3 : 0) +
    (money.directed.length > 0 ? 2 : 0)
  );
}

const FEES = /FEE|COMMISSION/;

/** In a statement a reference is the movement's, where a gateway prints the shop's order under that name. */
const PLAIN_REFERENCE = /^reference$/;

/** A column that names orders; a statement with a balance or a direction needs one that says so. */
function hasOrders({ keys, balance, money, textKeys }: Findings): boolean {
  const [key] = keys;
  if (textKeys.length > 0) return true;
  const statement = balance !== null || money.directed.length > 0;
  if (key === undefined) return false;
  return statement ? key.score > 8 && !hasWord(key.content.profile.column.header, PLAIN_REFERENCE) : key.score > -4;
}
