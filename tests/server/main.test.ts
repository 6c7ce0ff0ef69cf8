// The server as a process: it starts from the environment alone, answers, and stops gently when asked to.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { API_PREFIX } from '../../core/api.ts';
import { must } from './fixtures.ts';

const main = join(__dirname, '../../server/main.ts');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearsheet-main-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(env: Record<string, string>): ChildProcess {
  const settings = { PORT: '0', HOST: '127.0.0.1', CLEARSHEET_DATABASE: join(folder, 'books.sqlite'), ...env };
  return spawn(process.execPath, ['--import', 'tsx', main], { env: { ...process.env, ...settings } });
}

interface LogLine {
  readonly msg: string;
  readonly address?: { readonly port: number };
}

async function* logOf(child: ChildProcess): AsyncGenerator<LogLine> {
  for await (const line of createInterface({ input: must(child.stdout) })) yield JSON.parse(line) as LogLine;
}

test('it listens, answers, and ends what it has begun when told to stop', async () => {
  const child = start({});
  const ended = once(child, 'exit');
  const said: string[] = [];
  for await (const { msg, address } of logOf(child)) {
    said.push(msg);
    if (msg !== 'listening') continue;
    const response = await fetch(`http://127.0.0.1:${must(address).port}${API_PREFIX}/health`);
    expect(response.status).toBe(200);
    child.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
  expect(said).toEqual(['listening', 'request', 'stopping', 'stopped']);
});

test('a wrong setting ends the start with its name', async () => {
  const child = start({ HOST: '0.0.0.0' });
  const ended = once(child, 'exit');
  let said = '';
  for await (const text of must(child.stderr)) said += String(text);
  expect(await ended).toEqual([1, null]);
  expect(said).toContain('CLEARSHEET_ACCESS_KEY');
});
