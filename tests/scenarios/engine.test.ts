// Every scenario text against the pure engine with books in memory.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryBooks } from '../core/reconcile/memory-books.ts';
import { complaints } from './check-run.ts';
import { describeRun } from './describe-run.ts';
import { readScenarios, type Scenario } from './read-scenarios.ts';

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
  return scenario.steps.flatMap((step) => {
    if (step.do === 'order') books.pushOrders([step.order]);
    if (step.do === 'payout') {
      books.pushPayout([step.line], { paymentMode: step.single ? 'single' : 'instalments', foots: step.foots });
    }
    if (step.do !== 'reconcile') return [];
    const plan = books.reconcile(step.asOf);
    const answer = { ...plan, newReceipts: plan.receipts, newMovements: plan.movements };
    return complaints(describeRun(answer, step.asOf), step.expect);
  });
}

test('a scenario that expects the wrong state is reported', () => {
  const [scenario] = readScenarios('scenario wrong\norder A shipped 2024-05-01 G 10\nreconcile 2024-05-02\nA EXACT');
  expect(scenario && play(scenario)).toEqual(expect.arrayContaining(['expected: A EXACT']));
});
