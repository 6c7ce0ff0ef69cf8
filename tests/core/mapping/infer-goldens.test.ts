// The bar: of the golden files of money, with their mappings taken away, most are found in full: kind, order number, the
// net of every row, components with signs, and the proof that the mapping states. No sum is false, and the manual's table
// shows these figures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFullyFound, STATED, tryGoldens } from '../../../bench/infer-goldens.ts';

const BAR = 0.8;

test('kind, key, nets, sum and proof are found in at least four of five golden files of money, and no sum fails', async () => {
  const verdicts = await tryGoldens();
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.filter(({ identity }) => identity === 'false')).toEqual([]);
  const missed = verdicts.filter((verdict) => !isFullyFound(verdict)).map(({ id, note }) => `${id}: ${note}`);
  expect(missed.slice(Math.floor((1 - BAR) * verdicts.length))).toEqual([]);
});

test('every sum that is said to be proven is the one of the mapping that a person wrote', async () => {
  const wrong = (await tryGoldens()).filter(({ proven, identity }) => proven && identity === 'differs');
  expect(wrong).toEqual([]);
});

test('every proposal is a valid mapping that recognises its own sheet', async () => {
  const faults = (await tryGoldens()).filter(({ readsItself }) => !readsItself).map(({ id, note }) => `${id}: ${note}`);
  expect(faults).toEqual([]);
});

test('the table of the manual shows what is found, by what the mappings state', async () => {
  const verdicts = await tryGoldens();
  const manual = readFileSync(join(__dirname, '../../../mappings/README.md'), 'utf8');
  const shown = (of: typeof verdicts) => {
    const found = of.filter(isFullyFound).length;
    return `| ${of.length} | ${found} (${Math.floor((100 * found) / of.length)} %) |`;
  };
  const cells = manual.replace(/ +/g, ' ');
  for (const stated of STATED) expect(cells).toContain(shown(verdicts.filter((verdict) => verdict.stated === stated)));
  expect(cells).toContain(shown(verdicts));
});
