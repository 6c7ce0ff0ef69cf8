// To be imported first: what jsdom lacks of a browser. It lays nothing out, so sizes and scrolling mean nothing here.
import { TextDecoder, TextEncoder } from 'node:util';

class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const nothing = () => undefined;
Object.assign(globalThis, { ResizeObserver: NoResizeObserver, TextDecoder, TextEncoder });
Object.assign(Element.prototype, { scrollTo: nothing, scrollIntoView: nothing, setPointerCapture: nothing });
