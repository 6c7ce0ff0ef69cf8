// The workbench as a tester's hand reaches it: its grid, its tabs, the pane in its frame.
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import type { Language } from '../../core/language.ts';
import en from '../../addin/locale/en.json';
import zhCN from '../../addin/locale/zh-CN.json';
import zhTW from '../../addin/locale/zh-TW.json';
import type { Product } from './product.ts';

const PANE_WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };

export interface Desk {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly words: typeof zhTW;
  /** Names of the sheet tabs, in order. */
  readonly sheetNames: () => Promise<string[]>;
  readonly showSheet: (name: string) => Promise<void>;
  /** The texts of the shown sheet by address, as far as they are in sight. */
  readonly cells: () => Promise<Record<string, string>>;
  readonly openFile: (name: string, content: Buffer) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DeskOptions extends BrowserContextOptions {
  readonly language?: Language;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens the workbench and waits until the pane has recognised the sample sheet that is shown first. */
export async function openDesk(product: Product, options: DeskOptions = {}): Promise<Desk> {
  const { language = 'zh-TW', prepare, ...contextOptions } = options;
  const context = await product.newContext({ viewport: { width: 2600, height: 900 }, ...contextOptions });
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`${product.origin}/workbench/?lang=${language}`);
  const pane = page.frameLocator('iframe');
  const words = PANE_WORDS[language];
  await pane.getByText(words.problems.none).waitFor();
  return {
    ...{ page, pane, words },
    sheetNames: async () => {
      await drawn(page);
      return page.getByRole('tab').allInnerTexts();
    },
    showSheet: async (name) => {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByRole('table', { name }).last().waitFor();
    },
    cells: async () => {
      await drawn(page);
      return page.locator('[data-cell]').evaluateAll(textsByAddress);
    },
    openFile: async (name, buffer) => {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await page.getByRole('tab', { name: name.replace(/\.\w+$/, ''), exact: true, selected: true }).waitFor();
    },
    close: () => context.close(),
  };
}

/** The grid follows the workbook frame by frame: what was written before is on screen after the second. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

function textsByAddress(elements: (HTMLElement | SVGElement)[]): Record<string, string> {
  return Object.fromEntries(elements.map((element) => [element.dataset['cell'] ?? '', element.textContent]));
}
