// Where the keyboard's focus goes when a part of the pane takes the place of another one, and where it goes back to.
// Browsers drop it to the page's start when the control that had it is gone.

/** The control that opened something. It may be drawn anew meanwhile: then it is known by its words. */
export interface Opener {
  readonly control: HTMLElement;
  readonly words: string;
  /** The how-manieth control with these words it was. */
  readonly nth: number;
}

const HEADINGS = 'h1, h2, h3, summary';
const FIELDS = 'input, select, textarea';

/** The part of the page that scrolls; it holds the focus while what shall have it is not there yet. */
export const paneAround = (place: Element): HTMLElement => place.closest('main') ?? document.body;

/** Null for a tab: whoever goes from tab to tab stays among them. */
export function openerIn(active: Element | null): Opener | null {
  if (!(active instanceof HTMLElement) || active === document.body || active.getAttribute('role') === 'tab')
    return null;
  const control = menuButtonOf(active) ?? active;
  const words = wordsOf(control);
  return { control, words, nth: controlsLike(control, words).indexOf(control) };
}

/** A menu is closed by choosing from it; its button stays. */
function menuButtonOf(item: HTMLElement): HTMLElement | null {
  const name = item.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return name ? document.getElementById(name) : null;
}

function controlsLike(control: HTMLElement, words: string): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>(control.tagName);
  return [...all].filter((one) => wordsOf(one) === words && canHaveFocus(one));
}

const wordsOf = (control: HTMLElement) => control.getAttribute('aria-label') ?? control.textContent;

function canHaveFocus(element: HTMLElement): boolean {
  return element.closest('[hidden]') === null && !element.matches(':disabled');
}

/** Whether nothing has the focus that a person could mean. */
export function isFocusLost(pane: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement === pane;
}

/** Focuses the heading or first field of what has opened, as soon as it is drawn. @returns the way to give up */
export function enter(pane: HTMLElement, place: HTMLElement): () => void {
  return focusWhenDrawn(pane, () => firstIn(place, `${HEADINGS}, ${FIELDS}`));
}

/**
 * Focuses the control that opened what is closed now, or, where that is gone with what was done, the heading it was under.
 * @param around what was around the place, from the inside out
 */
export function goBack(pane: HTMLElement, opener: Opener | null, around: readonly Element[]): void {
  focusWhenDrawn(pane, () => controlOf(opener) ?? headingIn(around));
}

function controlOf(opener: Opener | null): HTMLElement | null {
  if (opener === null) return null;
  const { control, words, nth } = opener;
  if (control.isConnected && canHaveFocus(control)) return control;
  const found = controlsLike(control, words)[nth] ?? null;
  for (let folded = found?.closest('details'); folded; folded = folded.parentElement?.closest('details'))
    folded.open = true;
  return found;
}

/** Null while something is still on its way. */
function headingIn(around: readonly Element[]): HTMLElement | null {
  const left = around.filter((place) => place.isConnected);
  if (left.some((place) => place.querySelector('[role="progressbar"]') !== null)) return null;
  for (const place of left) {
    const heading = firstIn(place, HEADINGS);
    if (heading !== null) return heading;
  }
  return null;
}

function firstIn(place: Element, selector: string): HTMLElement | null {
  return [...place.querySelectorAll<HTMLElement>(selector)].find(canHaveFocus) ?? null;
}

/** Nothing is taken from a person who has gone elsewhere meanwhile. */
function focusWhenDrawn(pane: HTMLElement, find: () => HTMLElement | null): () => void {
  const found = find();
  if (found !== null) {
    focus(found);
    return () => {};
  }
  pane.focus();
  const drawn = new MutationObserver(() => {
    const target = isFocusLost(pane) ? find() : null;
    if (target !== null) focus(target);
    if (target !== null || !isFocusLost(pane)) drawn.disconnect();
  });
  drawn.observe(pane, { childList: true, subtree: true });
  return () => drawn.disconnect();
}

function focus(element: HTMLElement): void {
  if (element.matches('h1, h2, h3')) element.tabIndex = -1;
  element.focus();
}
