// Every sample and every golden file through the command line with its true bytes, as a user would name it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtInMappings } from '../../mappings/index.ts';
import { answersOf } from '../mappings/golden-answers.ts';
import { clearsheet } from './run-command.ts';

const GOLDEN = join(__dirname, '../mappings/golden');
const NOTES = /\.(expected\.txt|encoding|password)$/;

/** The golden export beside `<id>.expected.txt`, of every mapping that is brought along. */
const golden = builtInMappings.flatMap(({ id }) =>
  readdirSync(GOLDEN)
    .filter((name) => name.startsWith(`${id}.`) && !NOTES.test(name))
    .map((name) => ({ id, path: join(GOLDEN, name), name })),
);

interface Checked {
  readonly file: string;
  readonly recognised: boolean;
  readonly sheets: readonly { readonly mapping: { readonly id: string } | null; readonly proof?: string | null }[];
}

/** What a person is asked for this file, because it does not say it. */
/** `paidOutOn` is said as `--paid-out-on`. */
const optionOf = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const told = (id: string) => Object.entries(answersOf(id)).flatMap(([name, value]) => [optionOf(name), String(value)]);

async function check(path: string, answers: readonly string[] = []) {
  const { code, stdout, stderr } = await clearsheet('mapping', 'check', path, '--json', ...answers);
  return { code, stderr, files: JSON.parse(stdout).files as Checked[] };
}

it('has a golden export for every mapping', () => {
  expect(builtInMappings.map(({ id }) => id).filter((id) => !golden.some((file) => file.id === id))).toEqual([]);
});

it.each(golden)('$name is recognised, and does not contradict itself', async ({ id, path }) => {
  const { code, files } = await check(path, told(id));
  const sheets = files.flatMap((file) => file.sheets).filter(({ mapping }) => mapping?.id === id);
  expect([code, sheets.length > 0, files.map(({ recognised }) => recognised)]).toEqual([0, true, [true]]);
  expect(sheets.map(({ proof }) => proof)).not.toContain('differs');
});

/** Further real-shaped files: other spellings of known reports, and those of a folder named in the environment. */
const FOLDERS = [join(__dirname, '../mappings/variants'), process.env['CLEARSHEET_SAMPLES'] ?? ''];
const others = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(xlsx?|csv|txt)$/.test(name) && !NOTES.test(name))
    .map((name) => ({ id: '', name, path: join(folder, name) })),
);

it.each(others)('$name is recognised', async ({ path }) => {
  const { code, files } = await check(path);
  expect([code, files.map(({ recognised }) => recognised)]).toEqual([0, [true]]);
});

it.each([...golden, ...others])('$name goes through reconcile', async ({ id, path }) => {
  const { code, stdout, stderr } = await clearsheet('reconcile', path, '--as-of', '2026-12-31', '--json', ...told(id));
  expect([code, stderr]).toEqual([0, '']);
  const result = JSON.parse(stdout);
  const proofs = result.conservation.map((proof: Record<string, unknown>) => [
    proof['difference'],
    proof['rowDifference'],
  ]);
  expect(proofs).toEqual(proofs.map(() => ['0', 0]));
  const read = result.files.flatMap((file: { sheets: { mapping: string | null }[] }) => file.sheets);
  expect(read.some(({ mapping }: { mapping: string | null }) => mapping !== null)).toBe(true);
});
