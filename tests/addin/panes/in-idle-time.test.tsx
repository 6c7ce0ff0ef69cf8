// Long work in steps: shown now and then, shown at its end, and stopped where it is no longer wanted.
import { inIdleTime } from '../../../addin/panes/mapping/in-idle-time.ts';

function* countTo(last: number): Generator<number> {
  for (let number = 1; number <= last; number += 1) yield number;
}

/** A browser that is idle whenever it is told so. */
function idleBrowser() {
  const waiting: (() => void)[] = [];
  Object.assign(globalThis, {
    requestIdleCallback: (work: () => void) => waiting.push(work),
  });
  return { waiting, rest: () => waiting.shift()?.() };
}

afterEach(() => Reflect.deleteProperty(globalThis, 'requestIdleCallback'));

test.each([
  [0, []],
  [3, [3]],
  [5, [5]],
  [12, [5, 10, 12]],
])('of %d steps these are shown: %j', (steps, expected) => {
  const { waiting, rest } = idleBrowser();
  const shown: number[] = [];
  inIdleTime(countTo(steps), (value) => shown.push(value));
  while (waiting.length > 0) rest();
  expect(shown).toEqual(expected);
});

test('nothing is done before the browser is idle, and one step each time', () => {
  const { rest } = idleBrowser();
  const done: number[] = [];
  const steps = (function* () {
    for (const step of [1, 2, 3]) {
      done.push(step);
      yield step;
    }
  })();
  inIdleTime(steps, () => undefined);
  expect(done).toEqual([]);
  rest();
  expect(done).toEqual([1]);
  rest();
  expect(done).toEqual([1, 2]);
});

test('stopped, it does and shows nothing more', () => {
  const { waiting, rest } = idleBrowser();
  const shown: number[] = [];
  const stop = inIdleTime(countTo(12), (value) => shown.push(value));
  Array.from({ length: 6 }, rest);
  stop();
  while (waiting.length > 0) rest();
  expect(shown).toEqual([5]);
});

test('a browser without idle callbacks does it all the same', async () => {
  const shown = await new Promise<number>((resolve) => inIdleTime(countTo(3), resolve));
  expect(shown).toBe(3);
});
