// Every scenario text against the pure engine with books in memory.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderKey, pairKey } from '../../core/reconcile/account.ts';
import { MemoryBooks, type SetUp, SHOP } from '../core/reconcile/memory-books.ts';
import { complaints } from './check-run.ts';
import { describeRun } from './describe-run.ts';
import { BankDesk } from './play-bank.ts';
import { readScenarios, type Scenario } from './read-scenarios.ts';
import { changeSetUp, companyOf, FIRST_DAY, type SetUpState } from './set-up.ts';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  const scenarios = readScenarios(readFileSync(join(__dirname, file), 'utf8'));
  test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_title, scenario) => {
    expect(play(scenario)).toEqual([]);
  });
});

/** Plays a scenario and returns what was not as expected, run by run. */
function play(scenario: Scenario): string[] {
  const books = new MemoryBooks();
  const bank = new BankDesk();
  let state = FIRST_DAY;
  return scenario.steps.flatMap((step) => {
    if (step.do === 'set-up') {
      state = changeSetUp(state, step.words);
      books.setUp = setUpOf(state, books);
      for (const number of state.approved) books.approve(number);
    }
    if (step.do === 'order') books.pushOrders([step.order]);
    if (step.do === 'deposit') bank.deposits.push(step.line);
    if (step.do === 'payout') {
      const { line, shop, single, foots } = step;
      bank.paid.push({ shop, line });
      books.pushPayout([line], { paymentMode: single ? 'single' : 'instalments', foots }, shop);
    }
    if (step.do !== 'reconcile') return [];
    const plan = books.reconcile(step.asOf);
    const { batches, vouchers } = bank.look(step.asOf, state);
    const answer = {
      ...{ ...plan, newReceipts: plan.receipts, newSales: plan.sales, newMovements: plan.movements },
      newVouchers: [...plan.vouchers.map(({ voucher }) => voucher), ...vouchers],
      batches,
    };
    return complaints(describeRun(answer, step.asOf), step.expect);
  });
}

function setUpOf(state: SetUpState, books: MemoryBooks): SetUp {
  const { policy, feeRules, rates, closed } = state;
  const pairs = (all: SetUpState['aliases']) =>
    all.flatMap(([number, order]) => books.lineKeysOf(number).map((key) => [key, orderKey(SHOP, order)] as const));
  return {
    ...{ policy, feeRules, rates, closedMonths: new Set(closed), company: companyOf(state, SHOP) },
    memory: {
      aliases: new Map(pairs(state.aliases)),
      groups: groupsOf(state, books),
      declined: new Set(pairs(state.declined).map(([line, order]) => pairKey(line, order))),
    },
  };
}

function groupsOf({ together }: SetUpState, books: MemoryBooks): ReadonlyMap<string, readonly string[]> {
  const keysOf = (numbers: readonly string[]) => numbers.map((number) => orderKey(SHOP, number));
  return new Map(
    together.flatMap(([number, orders]) => books.lineKeysOf(number).map((key) => [key, keysOf(orders)] as const)),
  );
}

test('a scenario that expects the wrong state is reported', () => {
  const [scenario] = readScenarios('scenario wrong\norder A shipped 2024-05-01 G 10\nreconcile 2024-05-02\nA EXACT');
  expect(scenario && play(scenario)).toEqual(expect.arrayContaining(['expected: A EXACT']));
});
