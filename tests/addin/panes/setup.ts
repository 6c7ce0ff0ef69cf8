// What jsdom lacks and Fluent UI asks for, and the one class of Office's client that the pane names.
import { TextDecoder, TextEncoder } from 'node:util';

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
