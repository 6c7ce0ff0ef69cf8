// The command line: the same way as the click in Excel, told to a terminal. docs/cli.md is its contract.
import packageFacts from '../package.json' with { type: 'json' };
import { type BusinessDate, dayOf } from '../core/business-date.ts';
import type { Language } from '../core/language.ts';
import { explainRefusal } from '../core/problem.ts';
import { ApiError } from './api-error.ts';
import { presentJson, presentRefusals } from './cli/present-json.ts';
import { presentText } from './cli/present-text.ts';
import { HELP, readArguments, type ReconcileRun } from './cli/read-arguments.ts';
import { FileNotOpened } from './cli/read-sheets.ts';
import { reconcileFiles } from './cli/reconcile-files.ts';

/** Where the command speaks; the process's own streams unless a test listens. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

export const EXIT = { done: 0, ourFault: 1, refused: 2 } as const;

/** Runs one command. @returns the exit code; never throws. */
export async function main(argv: readonly string[], streams: Streams = process): Promise<number> {
  const request = readArguments(argv, today());
  switch (request.command) {
    case 'help':
      streams.stdout.write(HELP);
      return EXIT.done;
    case 'version':
      streams.stdout.write(`clearsheet ${packageFacts.version}\n`);
      return EXIT.done;
    case 'misuse':
      streams.stderr.write(`clearsheet: ${request.message}\nTry: clearsheet --help\n`);
      return EXIT.refused;
    case 'reconcile':
      return runReconcile(request, streams);
  }
}

async function runReconcile(run: ReconcileRun, streams: Streams): Promise<number> {
  try {
    const done = await reconcileFiles(run, () => new Date().toISOString());
    if (done.outcome === 'refused') {
      for (const refusal of done.refusals)
        streams.stderr.write(`${refusal.file}: ${explainRefusal(refusal, run.language)}\n`);
      if (run.json) writeJson(streams, presentRefusals(done.refusals, run.language));
      return EXIT.refused;
    }
    if (run.json) writeJson(streams, presentJson(done.facts));
    else streams.stdout.write(presentText(done.facts));
    return EXIT.done;
  } catch (error) {
    return reportFailure(error, run.language, streams);
  }
}

function writeJson(streams: Streams, value: object): void {
  streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** A file that cannot be opened is the user's to mend, everything else is ours. The stack is for us, on request. */
function reportFailure(error: unknown, language: Language, { stderr }: Streams): number {
  stderr.write(`clearsheet: ${messageOf(error, language)}\n`);
  if (process.env['DEBUG'] && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof FileNotOpened ? EXIT.refused : EXIT.ourFault;
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof ApiError) return error.translated[language];
  return error instanceof Error ? error.message : String(error);
}

/** The one clock of the command: the local calendar day. */
function today(): BusinessDate {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error('the clock of this machine shows no calendar day');
  return day;
}
