// The command line: the same way as the click in Excel, told to a terminal. docs/cli.md is its contract.
import packageFacts from '../package.json' with { type: 'json' };
import { type BusinessDate, dayOf } from '../core/business-date.ts';
import type { Language } from '../core/language.ts';
import { ApiError } from './api-error.ts';
import { passwordFrom, terminalAsk } from './cli/ask-password.ts';
import { beginFiles } from './cli/begin-files.ts';
import { FileNotOpened } from './cli/file-not-opened.ts';
import type { ReadingTools } from './cli/open-file.ts';
import type { FeeCommand } from './cli/fees-arguments.ts';
import { languageIn, say } from './cli/misuse.ts';
import {
  type CheckRun,
  type FileCommand,
  type InferRun,
  readArguments,
  type ReconcileRun,
} from './cli/read-arguments.ts';
import type { BookCommand } from './cli/read-book-arguments.ts';
import type { RefusedFile } from './cli/read-sheets.ts';

/** Where the command speaks; the process's own streams unless a test listens. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Asks for a word that is not shown; null where nobody can answer. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
}

export const EXIT = { done: 0, ourFault: 1, refused: 2, unsound: 3 } as const;

/** Runs one command. @returns the exit code; never throws. */
export async function main(argv: readonly string[], given?: Streams): Promise<number> {
  const streams = given ?? { stdout: process.stdout, stderr: process.stderr, ask: terminalAsk() };
  const request = readArguments(argv, today());
  const language = languageIn(argv);
  switch (request.command) {
    case 'help':
      return runHelp(language, streams);
    case 'version':
      streams.stdout.write(`clearsheet ${packageFacts.version}\n`);
      return EXIT.done;
    case 'misuse':
      streams.stderr.write(`clearsheet: ${request.message[language]}\n${TRY_HELP[language]}\n`);
      return EXIT.refused;
    case 'reverse':
    case 'period':
    case 'settings':
    case 'vat':
    case 'month-end':
    case 'report':
    case 'verify':
      return runOnBooks(request, streams);
    case 'fees':
    case 'invoices':
    case 'calendars':
      return runOnContracts(request, streams);
    default:
      return runCommand(request, streams);
  }
}

const TRY_HELP = say('說明：clearsheet --help', '说明：clearsheet --help', 'Try: clearsheet --help');

async function runHelp(language: Language, { stdout }: Streams): Promise<number> {
  const { helpText } = await import('./cli/help.ts');
  stdout.write(helpText(language));
  return EXIT.done;
}

/**
 * Each command is loaded when it is asked for: a start without the database and the mappings is a quick one. Large files
 * are begun before, and are parsed while the rest is loaded.
 */
async function runCommand(run: FileCommand, streams: Streams): Promise<number> {
  try {
    const password = passwordFrom(run.passwordVariable, process.env, streams.ask, run.language);
    const take = beginFiles(run.command === 'mapping infer' ? [run.file] : run.files);
    const { readingTools } = await import('./cli/open-file.ts');
    const tools = await readingTools({ password, answers: run.answers, take });
    switch (run.command) {
      case 'reconcile':
        return await runReconcile(run, tools, streams);
      case 'mapping check':
        return await runCheck(run, tools, streams);
      case 'mapping infer':
        return await runInfer(run, tools, streams);
    }
  } catch (error) {
    return reportFailure(error, run.language, streams);
  }
}

async function runOnBooks(run: BookCommand, streams: Streams): Promise<number> {
  try {
    const { runBookCommand } = await import('./cli/run-book-command.ts');
    const said = await runBookCommand(run, () => new Date().toISOString());
    if (run.json) writeJson(streams, said.json);
    else streams.stdout.write(said.text);
    return said.sound ? EXIT.done : EXIT.unsound;
  } catch (error) {
    return reportFailure(error, run.language, streams);
  }
}

async function runOnContracts(run: FeeCommand, streams: Streams): Promise<number> {
  try {
    const { runFeeCommand } = await import('./cli/run-fee-command.ts');
    const said = await runFeeCommand(run, () => new Date().toISOString());
    if (run.json) writeJson(streams, said.json);
    else streams.stdout.write(said.text);
    return EXIT.done;
  } catch (error) {
    return reportFailure(error, run.language, streams);
  }
}

async function runReconcile(run: ReconcileRun, tools: ReadingTools, streams: Streams): Promise<number> {
  const [{ reconcileFiles }, { presentJson }, { presentText }, { presentPlan }] = await Promise.all([
    import('./cli/reconcile-files.ts'),
    import('./cli/present-json.ts'),
    import('./cli/present-text.ts'),
    import('./cli/present-books.ts'),
  ]);
  const done = await reconcileFiles(run, tools, () => new Date().toISOString());
  if (done.outcome === 'refused') return refuse(done.refused, run, streams);
  if (run.json) writeJson(streams, presentJson(done.facts));
  else streams.stdout.write(`${presentText(done.facts)}${presentPlan(done.facts.result, run.language)}`);
  return EXIT.done;
}

async function runCheck(run: CheckRun, tools: ReadingTools, streams: Streams): Promise<number> {
  const [{ checkFiles }, { presentCheck }, { presentCheckJson }] = await Promise.all([
    import('./cli/check-files.ts'),
    import('./cli/present-check.ts'),
    import('./cli/present-check-json.ts'),
  ]);
  const files = await checkFiles(run.files, tools);
  if (run.json) writeJson(streams, presentCheckJson(files, run.language));
  else streams.stdout.write(presentCheck(files, run.language));
  return files.some(({ refusal }) => refusal !== null) ? EXIT.refused : EXIT.done;
}

async function runInfer(run: InferRun, tools: ReadingTools, streams: Streams): Promise<number> {
  const [{ inferFile }, { presentInference, presentInferenceJson }] = await Promise.all([
    import('./cli/infer-file.ts'),
    import('./cli/present-inference.ts'),
  ]);
  const done = await inferFile(run, tools);
  if (done.outcome === 'refused') return refuse([{ refusal: done.refusal, drift: null }], run, streams);
  if (done.outcome === 'whichSheet') {
    streams.stderr.write(
      `clearsheet: several sheets have a proposal; name one with --sheet: ${done.sheets.join(', ')}\n`,
    );
    return EXIT.refused;
  }
  if (run.json) writeJson(streams, presentInferenceJson(done.sheets, done.written, run.language));
  else streams.stdout.write(presentInference(done.sheets, done.written, run.language));
  return done.sheets.some(({ inference }) => inference.outcome === 'proposed') ? EXIT.done : EXIT.refused;
}

async function refuse(
  refused: readonly RefusedFile[],
  { json, language }: FileCommand,
  streams: Streams,
): Promise<number> {
  const { presentRefusals, refusalLines } = await import('./cli/present-refusals.ts');
  for (const one of refused) streams.stderr.write(`${refusalLines(one, language).join('\n')}\n`);
  if (json) writeJson(streams, presentRefusals(refused, language));
  return EXIT.refused;
}

function writeJson(streams: Streams, value: object): void {
  streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** A file that cannot be opened or a step that is refused is the user's to mend, everything else is ours. The stack is for us, on request. */
function reportFailure(error: unknown, language: Language, { stderr }: Streams): number {
  stderr.write(`clearsheet: ${messageOf(error, language)}\n`);
  if (process.env['DEBUG'] && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof FileNotOpened || isRefusal(error) ? EXIT.refused : EXIT.ourFault;
}

const isRefusal = (error: unknown) => error instanceof ApiError && error.status < 500;

function messageOf(error: unknown, language: Language): string {
  if (error instanceof ApiError || error instanceof FileNotOpened) return error.translated[language];
  return error instanceof Error ? error.message : String(error);
}

/** The one clock of the command: the local calendar day. */
function today(): BusinessDate {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error('the clock of this machine shows no calendar day');
  return day;
}
