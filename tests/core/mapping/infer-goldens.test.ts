// The bar: of the golden files of money, with their mappings taken away, most are found in full, and no sum is false.
import { isFullyFound, tryGoldens } from '../../../bench/infer-goldens.ts';

const BAR = 0.8;

test('key, net and sum are found in at least four of five golden files of money, and no sum fails', async () => {
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
