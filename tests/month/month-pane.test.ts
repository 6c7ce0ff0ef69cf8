// The month of month.md once more, in the pane: every command that reconciles is one click in a workbook that holds its
// files, and every month is closed by what the pane has shown of its end. What the pane is answered must be what the story tells, line by line, as on the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { presentJson } from '../../server/cli/present-json.ts';
import { openDatabase } from '../../server/store/database.ts';
import type { Workbook } from '../../workbench/host/model/workbook.ts';
import { Desk } from '../cli/run-command.ts';
import { foundFor, type SaidResult } from './check-run.ts';
import { click, closeMonth, serve } from './pane-desk.ts';
import { play } from './play.ts';
import { readStory, type StoryRun } from './read-story.ts';
import { writeReport } from './write-report.ts';

const steps = readStory(readFileSync(join(__dirname, 'month.md'), 'utf8'));
const files = steps.flatMap((step) => step.files);
const desk = new Desk();
afterAll(() => desk.remove());

/** Not in the pane: the team's settings, undo and proof, and a row that is let through. */
const isClick = ({ argv }: StoryRun) => argv[0] === 'reconcile' && !argv.includes('--approve');
const isClosing = ({ argv }: StoryRun) => argv[0] === 'period' && argv[1] === 'close';

/** What the host computed for the formulas beside every 差額 of the new worksheets. */
function differencesDrawn(workbook: Workbook): unknown[] {
  return workbook.sheets.all().flatMap((sheet) => {
    const { rows, columns } = sheet.usedSize();
    const lines = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, at) => sheet.cell(row, at)),
    );
    const beside = lines.filter(([label]) => label?.value === '差額').flat();
    return beside.filter((cell) => cell?.formula !== undefined).map((cell) => cell?.value);
  });
}

it('says at every click what the story tells', async () => {
  desk.put('settings.json', readFileSync(join(__dirname, 'settings.json')));
  for (const file of files) desk.put(file.name, await writeReport(file));
  const location = desk.path('pane.sqlite');
  const database = await openDatabase(location);
  const server = await serve(database);
  const path = (name: string) => desk.path(name);
  try {
    for (const step of steps) {
      for (const run of step.runs) {
        const about = `${step.title}: ${run.argv.join(' ')}`;
        const said = await saidTo(run);
        expect([about, ...(await foundFor(run.expect, said as SaidResult, database))]).toEqual([about, ...run.expect]);
      }
    }
  } finally {
    await server.close();
    await database.close();
  }

  async function saidTo(run: StoryRun): Promise<unknown> {
    if (isClick(run)) return clicked(run);
    return isClosing(run) ? closeMonth(server, run.argv) : (await play(run, { path, location, all: files })).json;
  }

  async function clicked(run: StoryRun): Promise<unknown> {
    const named = files.map(({ name }) => name).filter((name) => run.argv.includes(name) || run.argv.includes('ALL'));
    const { result, workbook } = await click(server, named.map(path), run.argv);
    const shown = differencesDrawn(workbook);
    expect([run.argv.join(' '), shown.length > 0, shown.filter((value) => value !== 0)]).toEqual([
      run.argv.join(' '),
      true,
      [],
    ]);
    const unconfirmed = { mappings: [], isKept: true, waiting: new Set<string>() };
    return presentJson({ language: 'zh-TW', readings: [], pushed: [], statements: [], unconfirmed, result, out: null });
  }
}, 240_000);
