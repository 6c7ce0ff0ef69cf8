// When files of one statement are its parts, and when one of them is another version.
import { amountOfUnits } from '../../../core/money.ts';
import { otherVersions, type StatementFile } from '../../../core/reconcile/statement-versions.ts';

const amount = (dollars: number) => amountOfUnits(dollars * 10_000);

/** Declared total (null: none), and what it brought. */
const files = (...told: readonly (readonly [declared: number | null, brought: number])[]): StatementFile[] =>
  told.map(([declared, brought], at) => ({
    ...{ id: `B${at + 1}`, file: `${at + 1}.csv`, brought: amount(brought) },
    declared: declared === null ? null : amount(declared),
  }));

test.each<[string, StatementFile[], string[]]>([
  ['another total', files([85, 85], [76.5, 76.5]), ['B2']],
  ['another total, some of its rows known already', files([85, 85], [76.5, 20]), ['B2']],
  ['the same total, which is reached already, and other rows', files([85, 85], [85, 38]), ['B2']],
  ['the total of a file that came in parts before', files([null, 50], [null, 35], [85, 85]), ['B3']],
  ['a third version after a second', files([85, 85], [76.5, 76.5], [80, 80]), ['B2', 'B3']],
  ['the rest of the first one, behind another version', files([85, 50], [76.5, 76.5], [85, 35]), ['B2']],
  ['two parts of one total', files([85, 50], [85, 35]), []],
  ['three parts of one total', files([85, 20], [85, 30], [85, 35]), []],
  ['a report without a total beside one with', files([85, 85], [null, 5]), []],
  ['a total for what came without one before', files([null, 50], [85, 35]), []],
  ['the same rows again', files([85, 85], [85, 0]), []],
  ['one file', files([85, 85]), []],
])('%s', (_name, told, others) => {
  expect([...otherVersions('9201', told).keys()]).toEqual(others);
});

test('both totals and both files are told', () => {
  expect(otherVersions('9201', files([85, 85], [76.5, 20])).get('B2')).toEqual({
    ...{ statement: '9201', file: '2.csv', total: amount(76.5), brought: amount(20) },
    before: { file: '1.csv', total: amount(85) },
  });
});
