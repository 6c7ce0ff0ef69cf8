/** @jest-environment jsdom */
// What the tools do, and what they say when they cannot.
import './browser-gaps.ts';
import { readFileSync } from 'node:fs';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { createTools } from '../../../workbench/page/tools.ts';
import { WORDS } from '../../../workbench/page/words.ts';

const words = WORDS.en;
const names = (workbook: Workbook) => workbook.sheets.all().map(({ name }) => name);

function file(name: string, content: string | Uint8Array): File {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  // jsdom's File cannot be read as bytes.
  return Object.assign(new File([], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}

afterEach(() => Reflect.deleteProperty(globalThis, 'fetch'));

test('an opened file joins the workbook and is shown', async () => {
  const workbook = new Workbook();
  const said = await createTools(workbook).openFiles([file('orders.csv', 'a,b\n1,2'), file('income.csv', 'c')], words);
  expect([said, names(workbook), workbook.activeSheet.name]).toEqual(['', ['Sheet1', 'orders', 'income'], 'income']);
});

test('a file that cannot be opened is named; the others are opened', async () => {
  const workbook = new Workbook();
  const files = [file('broken.xlsx', 'PK but no archive'), file('orders.csv', 'a,b')];
  expect(await createTools(workbook).openFiles(files, words)).toBe(words.cannotOpen('broken.xlsx'));
  expect(names(workbook)).toEqual(['Sheet1', 'orders']);
});

test('the sample pair is opened with the income sheet on top', async () => {
  const asked: string[] = [];
  const answer = (address: string) => {
    asked.push(address);
    const bytes = readFileSync(`workbench/samples/${address.split('/').at(-1) ?? ''}`);
    const blob = () => Promise.resolve(new Blob([]));
    return Promise.resolve({ ok: true, blob, bytes });
  };
  const read = new Map<string, Uint8Array>();
  Object.assign(globalThis, {
    fetch: async (address: string) => {
      const { bytes, ...response } = await answer(address);
      read.set(address.split('/').at(-1) ?? '', bytes);
      return response;
    },
  });
  const before = Object.getOwnPropertyDescriptor(File.prototype, 'arrayBuffer');
  Object.defineProperty(File.prototype, 'arrayBuffer', {
    configurable: true,
    value(this: File) {
      const bytes = read.get(this.name) ?? new Uint8Array();
      return Promise.resolve(new Uint8Array(bytes).buffer);
    },
  });
  const workbook = new Workbook({ sheetNames: [] });
  expect(await createTools(workbook).openSamples(words)).toBe('');
  if (before) Object.defineProperty(File.prototype, 'arrayBuffer', before);
  expect(asked).toEqual(['/workbench/samples/shopee_tw_orders.xlsx', '/workbench/samples/shopee_tw_income.xlsx']);
  expect([names(workbook), workbook.activeSheet.name]).toEqual([['orders', 'Income'], 'Income']);
});

test('samples that are not there are no crash but a sentence', async () => {
  Object.assign(globalThis, { fetch: () => Promise.resolve({ ok: false, status: 404, blob: () => new Blob(['no']) }) });
  expect(await createTools(new Workbook()).openSamples(words)).toBe(words.sampleMissing);
});

test('the language stays in the address, so that a reload keeps it', () => {
  createTools(new Workbook()).rememberLanguage('zh-CN');
  expect(window.location.search).toBe('?lang=zh-CN');
});
