// What the ribbon's tools do: open files and samples into the workbook, save it, remember the language.
import type { Language } from '../../core/language.ts';
import type { Workbook } from '../host/model/shape.ts';
import { openFile } from './open-file.ts';
import { saveWorkbook } from './save-workbook.ts';
import type { Words } from './words.ts';

export interface Tools {
  /** @returns what the user must know; empty when all went well */
  readonly openFiles: (files: readonly File[], words: Words) => Promise<string>;
  readonly openSamples: (words: Words) => Promise<string>;
  readonly save: () => Promise<void>;
  readonly rememberLanguage: (language: Language) => void;
}

/** The income sheet comes last, so that it is the one shown: it is what the user reconciles. */
const SAMPLES = ['shopee_tw_orders.xlsx', 'shopee_tw_income.xlsx'];

export function createTools(workbook: Workbook): Tools {
  return {
    openFiles: (files, words) => openAll(workbook, files, words),
    openSamples: async (words) => {
      try {
        return await openAll(workbook, await Promise.all(SAMPLES.map(fetchSample)), words);
      } catch {
        return words.sampleMissing;
      }
    },
    save: async () => download(await saveWorkbook(workbook), workbook.name),
    rememberLanguage: (language) => {
      const address = new URL(window.location.href);
      address.searchParams.set('lang', language);
      window.history.replaceState(null, '', address);
    },
  };
}

async function openAll(workbook: Workbook, files: readonly File[], words: Words): Promise<string> {
  const messages: string[] = [];
  for (const file of files) {
    const sheets = await openFile(workbook, new Uint8Array(await file.arrayBuffer()), file.name);
    if (sheets?.[0]) workbook.activate(sheets[0]);
    if (!sheets) messages.push(words.cannotOpen(file.name));
  }
  return messages.join(' ');
}

async function fetchSample(name: string): Promise<File> {
  const response = await fetch(`/workbench/samples/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new File([await response.blob()], name);
}

function download(bytes: Uint8Array, name: string): void {
  const file = new Blob([new Uint8Array(bytes)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
