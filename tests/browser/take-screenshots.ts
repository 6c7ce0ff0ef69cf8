// The pictures of the README: `npx tsx tests/browser/take-screenshots.ts` after `npm run build`. Needs a Chromium with Chinese
// glyphs, and LibreOffice, poppler and ImageMagick for the picture of the result workbook, which is taken from the command line's file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import setUp from '../global-setup.mjs';
import type { Product } from './product.ts';
import { closeBrowser, startProduct } from './product.ts';

const images = 'docs/images';
const day = '2024-06-01';
const samples = ['orders', 'income'].map((name) => `workbench/samples/shopee_tw_${name}.xlsx`);

function run(command: string, args: readonly string[], env: Record<string, string> = {}): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
}

async function takeWorkbench(product: Product): Promise<void> {
  const context = await product.newContext({ viewport: { width: 1440, height: 846 }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.clock.setFixedTime(`${day}T09:00:00`);
  await page.goto(`${product.origin}/workbench/?lang=en`);
  const pane = page.frameLocator('iframe');
  await pane.getByRole('button', { name: 'Reconcile this sheet' }).click();
  await pane.getByRole('heading', { name: 'Reconciled' }).waitFor();
  await page.locator('[data-cell=A1]').waitFor();
  await page.screenshot({ path: join(images, 'workbench.png') });
  await context.close();
}

/** Without Microsoft's typeface LibreOffice falls back to a wide one: the pictures take one of the same kind. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>Microsoft JhengHei</string></test>
<edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string><string>WenQuanYi Micro Hei</string></edit></match></fontconfig>`;

function takeResultWorkbook(): void {
  const folder = mkdtempSync(join(tmpdir(), 'clearsheet-pictures-'));
  const result = join(folder, 'result.xlsx');
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, FONTS);
  run('npx', ['clearsheet', 'reconcile', ...samples, '--out', result, '--as-of', day, '--lang', 'en']);
  run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, result], { FONTCONFIG_FILE: fonts });
  run('pdftoppm', ['-r', '230', '-f', '1', '-singlefile', '-png', join(folder, 'result.pdf'), join(folder, 'summary')]);
  run('pdftoppm', ['-r', '480', '-f', '3', '-singlefile', '-png', join(folder, 'result.pdf'), join(folder, 'orders')]);
  const sheet = (name: string, cut: string) =>
    ['(', join(folder, `${name}.png`), '-trim', '+repage', ...cut.split(' '), ')'].filter(Boolean);
  const pages = [
    ...sheet('summary', '-gravity north -crop 100%x97.4%+0+0 +repage -resize 2000x'),
    ...sheet('orders', '-gravity west -crop 62.2%x100%+0+0 +repage -resize 2000x'),
  ];
  const paper = ['-bordercolor', 'white', '-border', '40x36', '-append'];
  run('convert', [
    ...pages,
    ...paper,
    '-bordercolor',
    '#d0d5d9',
    '-border',
    '2',
    '-colors',
    '128',
    join(images, 'result-workbook.png'),
  ]);
  rmSync(folder, { recursive: true });
}

mkdirSync(images, { recursive: true });
await setUp({ nonFlagArgs: ['tests/workbench/page'] }); // finds the browser, starts no database
const product = await startProduct();
await takeWorkbench(product);
await product.close();
await closeBrowser();
takeResultWorkbook();
