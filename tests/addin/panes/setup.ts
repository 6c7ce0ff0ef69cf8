// What jsdom lacks and Fluent UI asks for, and the one class of Office's client that the pane names.
import { TextDecoder, TextEncoder } from 'node:util';
import { configure } from '@testing-library/dom';

class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const noMatch = (media: string) => ({
  matches: false,
  media,
  addEventListener: () => {},
  removeEventListener: () => {},
});

class OfficeError extends Error {}

Object.assign(globalThis, {
  ResizeObserver: NoResizeObserver,
  matchMedia: noMatch,
  TextEncoder,
  TextDecoder,
  OfficeExtension: { Error: OfficeError },
});

// Axe asks for a canvas to tell icons from letters, and does without; jsdom would print a page about it each time.
HTMLCanvasElement.prototype.getContext = () => null;

/** In ms: patience for what comes, on a machine that is busy too; a thing that never comes still fails its test. */
configure({ asyncUtilTimeout: 15_000 });
