// What axe finds on a page of the product: each fault with the elements concerned, nothing where all is well.
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The pane is a part of Office's window: the first heading and the landmarks around its tabs are the window's. */
const NOT_FOR_A_PART = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

export async function accessibilityFaults(place: Page | Frame, rules: object = {}): Promise<string[]> {
  await place.evaluate(axe);
  return place.evaluate(async (given) => {
    // A menu that still fades in has not its own colours yet; what turns for ever (a spinner) has.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { run } = (globalThis as unknown as { axe: { run: (what: object, how: object) => Promise<Findings> } }).axe;
    // Fluent's focus sentinels are hidden from assistive technology but may hold the focus for a moment.
    const { violations } = await run({ exclude: [['[data-tabster-dummy]'], ['iframe']] }, { rules: given });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, rules);
}

interface Findings {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Simplified Chinese takes the room of Traditional; that it has all its words is seen in tests/addin. */
export const LANGUAGES_TO_LOOK_AT = ['zh-TW', 'en'] as const;

/** The pane in its frame. */
export function paneFaults(page: Page): Promise<string[]> {
  const pane = page.frames().find((frame) => frame.url().includes('taskpane.html'));
  if (!pane) throw new Error('the pane has no frame');
  return accessibilityFaults(pane, NOT_FOR_A_PART);
}
