// Draws addin/public/assets/icon.svg once in each size that Office asks for. Run after the drawing changed; the PNGs are committed.
//   node scripts/render-icons.mjs        (CHROMIUM_PATH names the browser when it is not /usr/bin/chromium)
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = new URL('../addin/public/assets/', import.meta.url);
const drawing = readFileSync(new URL('icon.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
for (const size of [16, 32, 64, 80, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: new URL(`icon-${size}.png`, folder).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
