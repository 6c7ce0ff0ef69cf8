// When an unsure mapping may be used: at once where the file adds up, after a confirmation where it does not.
import { isTroubled, isConfirmed, mustBeConfirmed } from '../../addin/confirmation.ts';
import { normalizeSheet, type SheetCheck } from '../../core/import/normalize-sheet.ts';
import type { MappingFacts } from '../../core/mapping-library.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { exportSheet, incomeRows } from './panes/sample-looks.ts';

type Read = Exclude<SheetCheck, { outcome: 'refused' }>;

function checked(rows = incomeRows): Read {
  const check = normalizeSheet(exportSheet('shopee-tw.income', 'Income', rows), builtInMappings);
  if (check.outcome === 'refused') throw new Error(check.refusal.code);
  return check;
}

const good = checked();
const bad = checked([{ ...incomeRows[0], 商品原價: 'abc' }, ...incomeRows.slice(1)]);
const facts = (confirmed: boolean): MappingFacts[] => [
  { id: 'shopee-tw.income', origin: 'built-in', version: 1, confirmed, setAside: null },
];
const withProof = (proof: 'foots' | 'differs' | 'incomplete' | 'undeclared'): Read => {
  if (good.outcome !== 'read') return good;
  return { ...good, parts: good.parts.map((part) => (part.kind === 'payout' ? { ...part, proof } : part)) };
};

test.each<[string, Read, boolean]>([
  ['a file that adds up', good, false],
  ['a row that was left out', bad, true],
  ['a total that differs', withProof('differs'), true],
  ['a total that cannot be checked', withProof('incomplete'), true],
  ['no total at all', withProof('undeclared'), false],
])('%s is trouble: %#', (_, check, trouble) => {
  expect(isTroubled(check)).toBe(trouble);
});

test.each<[string, Read, MappingFacts[], boolean]>([
  ['trouble under an unsure mapping', bad, facts(false), true],
  ['trouble under a mapping the server says nothing of', bad, [], true],
  ['trouble under a confirmed mapping', bad, facts(true), false],
  ['no trouble under an unsure mapping', good, facts(false), false],
])('%s has to be confirmed first: %#', (_, check, known, needed) => {
  expect(mustBeConfirmed(check, known)).toBe(needed);
});

test('a verified mapping needs nobody', () => {
  expect(isConfirmed({ ...good.recognised.mapping, verified: true }, [])).toBe(true);
});
