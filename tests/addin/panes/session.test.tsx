// The session and the ribbon's command: one click at a time, older looks give way, and the button is always given back.
import { associateCommands } from '../../../addin/commands.ts';
import type { SheetReading } from '../../../addin/excel/read-sheet.ts';
import type { Session } from '../../../addin/session.ts';
import { createSession } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows } from './sample-looks.ts';
import { sampleAnswer } from './sample-result.ts';

const income = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
const orders = lookAt(exportSheet('shopee-tw.orders', 'orders', orderRows));

/** A promise that the test settles. */
function later<T>() {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => (settle = resolve));
  return { promise, settle };
}

test('a second click while one runs does nothing', async () => {
  let pushes = 0;
  const { session } = createSession({
    looks: [income],
    api: { pushBatch: () => Promise.resolve(sampleAnswer({ batchId: `batch ${(pushes += 1)}` })) },
  });
  await Promise.all([session.reconcile(), session.reconcile()]);
  expect(session.getState().run.state).toBe('done');
  expect(pushes).toBe(1);
});

test('a slow look at a sheet the user has left is forgotten', async () => {
  const slow = later<SheetReading>();
  const { session, goTo } = createSession({
    looks: [income, orders],
    excel: {
      readSheet: (id, watch) =>
        id === income.id
          ? slow.promise.then((reading) => {
              watch.signal.throwIfAborted();
              return reading;
            })
          : Promise.resolve({ table: orders.head, hasHiddenRows: false }),
    },
  });
  const first = session.start();
  goTo([
    { ...income, active: false },
    { ...orders, active: true },
  ]);
  slow.settle({ table: income.head, hasHiddenRows: false });
  await first;
  await session.look();
  const { checked, view } = session.getState();
  expect(view.state === 'ready' && view.value.active?.look.name).toBe('orders');
  expect(checked?.state === 'ready' && checked.value.sheetId).toBe(orders.id);
});

test('a fault of ours is kept as a failure, never thrown', async () => {
  const { session } = createSession({
    looks: [income],
    excel: { writeSheets: () => Promise.reject(new RangeError('oops')) },
  });
  await session.reconcile();
  expect(session.getState().run).toEqual({ state: 'failed', failure: { from: 'clearsheet', message: 'oops' } });
});

test('a sheet that a person maps is read with the formats of all its numbers', async () => {
  const wishes: unknown[] = [];
  const { session } = createSession({
    looks: [income],
    excel: {
      readSheet: (_, __, wish) => {
        wishes.push(wish);
        return Promise.resolve({ table: income.head, hasHiddenRows: false });
      },
    },
  });
  await session.start();
  await session.readForMapping();
  expect(wishes.at(-1)).toMatchObject({ beingMapped: true, idColumns: expect.any(Array) });
});

describe('the ribbon command', () => {
  type Command = (event: { completed: () => void }) => void;

  async function click(session: Promise<Session>, showAsTaskpane?: () => Promise<void>): Promise<string[]> {
    const seen: string[] = [];
    const commands = new Map<string, Command>();
    const addin = showAsTaskpane && { showAsTaskpane };
    const actions = { associate: (name: string, command: Command) => commands.set(name, command) };
    Object.assign(globalThis, { Office: { actions, addin } });
    associateCommands(session);
    const { promise, settle } = later<void>();
    commands.get('reconcileSheet')?.({
      completed: () => {
        seen.push('completed');
        settle();
      },
    });
    await promise;
    return seen;
  }

  test('does the same as the button, and its result is there for the pane', async () => {
    const { session } = createSession({ looks: [income] });
    expect(await click(Promise.resolve(session), () => Promise.resolve())).toEqual(['completed']);
    expect(session.getState().run.state).toBe('done');
  });

  test.each([
    ['a pane that cannot be opened', () => Promise.reject(new Error('not here'))],
    ['an Office without that ability', undefined],
  ])('works with %s', async (_, show) => {
    const { session } = createSession({ looks: [income] });
    expect(await click(Promise.resolve(session), show)).toEqual(['completed']);
    expect(session.getState().run.state).toBe('done');
  });

  test('gives the button back when the work fails', async () => {
    const { session } = createSession({ looks: [income], api: { reconcile: () => Promise.reject(new Error('no')) } });
    expect(await click(Promise.resolve(session))).toEqual(['completed']);
    expect(session.getState().run.state).toBe('failed');
  });
});
