// Runs the command in this process and keeps what it says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../../core/sheet-table.ts';
import { main, type Streams } from '../../server/cli.ts';

export interface Spoken {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that nobody answers. */
export const clearsheet = (...argv: string[]): Promise<Spoken> => answering(null)(...argv);

/** A command at a terminal, where `ask` answers what it asks for. */
export const answering =
  (ask: Streams['ask']) =>
  async (...argv: string[]): Promise<Spoken> => {
    let stdout = '';
    let stderr = '';
    const code = await main(argv, {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      ask,
    });
    return { code, stdout, stderr };
  };

const GOLDEN = join(__dirname, '../mappings/golden');
export const ORDERS = join(GOLDEN, 'shopee-tw.orders.xlsx');
export const INCOME = join(GOLDEN, 'shopee-tw.income.xlsx');

/** A folder for the files of one test file, removed by `remove`. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'clearsheet-cli-'));

  path(name: string): string {
    return join(this.folder, name);
  }

  put(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Writes sheets by name. */
  async workbook(name: string, sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<string> {
    const bytes = await writeXlsx({
      sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows: rows.map((row) => [...row]) })),
    });
    return this.put(name, bytes);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
