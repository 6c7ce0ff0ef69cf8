// The parser, --help and docs/cli.md name the same commands and options. Seen red: with an option taken from one command, with
// a row taken from the table, and with a piece taken from a command's usage.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../core/language.ts';
import { helpText, usageLines } from '../../server/cli/help.ts';
import { COMMANDS } from '../../server/cli/read-arguments.ts';

const PAGE = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf8');

const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]*/g) ?? [])].sort();

test.each(COMMANDS.map((command) => [command.name, command] as const))(
  'the usage of %s shows every option that it takes beside those of all such commands, and no other',
  (_, { usage, takes, kind }) => {
    const own = [...takes.map((option) => `--${option}`), ...(kind === 'books' ? ['--db'] : [])].sort();
    expect(optionsIn(usage.join(' '))).toEqual(own);
  },
);

test('docs/cli.md begins with the same usage as the help', () => {
  const [block = ''] = PAGE.split('```').slice(1);
  expect(block.trim().split('\n')).toEqual([...usageLines('npx clearsheet'), 'npx clearsheet --help | --version']);
});

test.each(LANGUAGES)('the help in %s shows the usage, and says what every option is for', (language) => {
  const help = helpText(language);
  for (const line of usageLines('clearsheet')) expect(help).toContain(`  ${line}\n`);
  const [, , ...meanings] = help.split('\n\n');
  const told = optionsIn(meanings.join('\n'));
  const taken = COMMANDS.flatMap(({ takes, ofKind }) => [...takes, ...ofKind].map((option) => `--${option}`));
  expect(told).toEqual([...new Set([...taken, '--help', '--version'])].sort());
});

/** Commands of a cell such as `reconcile`, `fees`, files: a first word stands for all that begin with it. */
function commandsOf(cell: string): string[] {
  const named = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return COMMANDS.filter(({ name, kind }) => {
    const begins = named.some((one) => name === one || name.startsWith(`${one} `));
    return begins || cell === 'all' || cell === kind;
  }).map(({ name }) => name);
}

test('the table of options says of each which commands take it', () => {
  const table = /\| option +\| of [^]*?\n\n/.exec(PAGE)?.[0] ?? '';
  const rows = table.split('\n').map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  const told = rows.flatMap(([, options = '', of = '']) =>
    optionsIn(options).flatMap((option) => commandsOf(of).map((command) => `${command} ${option}`)),
  );
  const taken = COMMANDS.flatMap(({ name, takes, ofKind }) =>
    [...takes, ...ofKind, 'help', 'version'].map((option) => `${name} --${option}`),
  );
  expect(told.sort()).toEqual([...new Set(taken)].sort());
});
