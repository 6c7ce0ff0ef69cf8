// Reads scenario texts: what happened, step by step, and what the books must say. The language is in README.md beside.
import type { BankLine } from '../../core/bank/bank-line.ts';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { type Amount, amountOfText, sum, ZERO } from '../../core/money.ts';
import { type Order, type OrderLine, type OrderParts, type OrderStage } from '../../core/order.ts';
import { type Component, type ComponentType, type PayoutLine } from '../../core/payout.ts';
import { SHOP } from '../core/reconcile/memory-books.ts';
import { BANK } from './play-bank.ts';
import { SET_UP_WORDS } from './set-up.ts';

export type Step =
  | { readonly do: 'order'; readonly order: Order }
  | {
      readonly do: 'payout';
      readonly line: PayoutLine;
      readonly shop: string;
      readonly single: boolean;
      readonly foots: boolean;
    }
  | { readonly do: 'deposit'; readonly line: BankLine }
  | { readonly do: 'set-up'; readonly words: readonly string[] }
  | { readonly do: 'reconcile'; readonly asOf: BusinessDate; readonly expect: readonly string[] };

export interface Scenario {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Scenarios of one file: each begins with `scenario TITLE`; lines that begin with `# ` are remarks. */
export function readScenarios(text: string): Scenario[] {
  const scenarios: { title: string; steps: Step[] }[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\s+$/, '');
    if (/^\s*(#( |$)|$)/.test(line)) return;
    try {
      readLine(scenarios, line);
    } catch (error) {
      throw new Error(`line ${index + 1}: ${String(error)}: ${line}`, { cause: error });
    }
  });
  return scenarios;
}

function readLine(scenarios: { title: string; steps: Step[] }[], line: string): void {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (word === 'scenario') {
    scenarios.push({ title: rest.join(' '), steps: [] });
    return;
  }
  const { steps } = present(scenarios.at(-1));
  if (word === 'order') steps.push({ do: 'order', order: readOrder(rest, steps.length) });
  else if (word === 'payout') steps.push(readPayout(rest, steps));
  else if (word === 'deposit') steps.push({ do: 'deposit', line: readDeposit(rest, steps.length) });
  else if (SET_UP_WORDS.includes(word)) steps.push({ do: 'set-up', words: [word, ...rest] });
  else if (word === 'reconcile') steps.push({ do: 'reconcile', asOf: readDay(rest[0]), expect: [] });
  else expectAfter(steps, line.trim());
}

function expectAfter(steps: Step[], line: string): void {
  const last = present(steps.pop());
  if (last.do !== 'reconcile') throw new Error('an expectation needs a reconcile above it');
  steps.push({ ...last, expect: [...last.expect, line] });
}

/** order NUMBER STAGE DAY [left DAY] G amount [C amount] [freight amount] [subsidy amount] [at-contract-price] [alias NO] [refunded] [item SKU x2 back1]… */
function readOrder(words: readonly string[], row: number): Order {
  const [orderNumber = '', stage = '', on, ...facts] = words;
  const day = readDay(on);
  const left = readDay(after(facts, 'left') ?? on);
  const shipped = stage === 'shipped' || stage === 'completed';
  return {
    orderNumber,
    stage: stage as OrderStage,
    status: stage,
    refunded: facts.includes('refunded'),
    currency: after(facts, 'in') ?? 'TWD',
    orderedOn: left,
    paidOn: left,
    shippedOn: shipped ? left : null,
    completedOn: stage === 'completed' ? day : null,
    receivable: readAmount(after(facts, 'G')),
    credited: readAmount(after(facts, 'C') ?? '0'),
    ...readParts(facts),
    lines: readItems(facts),
    sourceRow: row + 2,
  };
}

/** What few exports tell: parts of G and other numbers. */
function readParts(facts: readonly string[]): Pick<Order, 'parts' | 'aliases'> {
  const [freight, subsidy, alias] = [after(facts, 'freight'), after(facts, 'subsidy'), after(facts, 'alias')];
  const parts: OrderParts = {
    ...(freight === undefined ? {} : { BUYER_SHIPPING: readAmount(freight) }),
    ...(subsidy === undefined ? {} : { PLATFORM_SUBSIDY: readAmount(subsidy) }),
    ...(facts.includes('at-contract-price') ? { CONTRACT_PRICE: readAmount(after(facts, 'G')) } : {}),
  };
  return {
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
    ...(alias === undefined ? {} : { aliases: [alias] }),
  };
}

function readItems(facts: readonly string[]): OrderLine[] {
  return facts.flatMap((word, index) => {
    if (word !== 'item') return [];
    const [sku = '', quantity = 'x1', returned = 'back0'] = facts.slice(index + 1, index + 4);
    return [
      { sku, name: sku, quantity: Number(quantity.slice(1)), returned: Number(returned.slice(4)), unitPrice: ZERO },
    ];
  });
}

/** payout NUMBER|- DAY TYPE amount [TYPE amount]… [ref REFERENCE] [of SHOP] [single] [not-footing] */
function readPayout(words: readonly string[], steps: readonly Step[]): Step {
  const [orderNumber = '', on, ...facts] = words;
  const components = readComponents(facts);
  const reference = after(facts, 'ref') ?? '';
  const draft = {
    orderNumber: orderNumber === '-' ? null : orderNumber,
    reference,
    paidOutOn: readDay(on),
    currency: after(facts, 'in') ?? 'TWD',
    net: sum(components.map((part) => part.amount)),
    components,
  };
  const content = JSON.stringify(draft);
  const twins = steps.filter((step) => step.do === 'payout' && step.line.identity.startsWith(`${content}#`)).length;
  const identity = reference === '' ? `${content}#${twins + 1}` : `id:${reference}`;
  return {
    do: 'payout',
    line: { ...draft, identity, sourceRow: steps.length + 2 },
    shop: after(facts, 'of') ?? SHOP,
    single: facts.includes('single'),
    foots: !facts.includes('not-footing'),
  };
}

/** deposit DAY amount: a line of the bank's statement. */
function readDeposit([on, paid]: readonly string[], row: number): BankLine {
  const amount = readAmount(paid);
  return {
    ...{ identity: `row ${row}`, account: BANK.key, bookedOn: readDay(on), amount, currency: BANK.currency },
    ...{ reference: '', description: '', balance: null, parts: [{ type: 'UNKNOWN', amount }], sourceRow: row + 2 },
  };
}

function readComponents(facts: readonly string[]): Component[] {
  return facts.flatMap((word, index) => {
    if (!/^[A-Z_]{3,}$/.test(word) || facts[index - 1] === 'in') return [];
    const type = word as ComponentType;
    return [{ type, column: word, amount: readAmount(facts[index + 1]) }];
  });
}

function after(words: readonly string[], key: string): string | undefined {
  const index = words.indexOf(key);
  return index < 0 ? undefined : words[index + 1];
}

function readAmount(text: string | undefined): Amount {
  return present(amountOfText((text ?? '').replace(/,/g, '').replace('−', '-')));
}

function readDay(text: string | undefined): BusinessDate {
  return present(dayOfText(text ?? ''));
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a value is missing or unreadable');
  return value;
}
