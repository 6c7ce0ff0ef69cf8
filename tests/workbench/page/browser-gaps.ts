// To be imported first: what jsdom lacks of a browser. It lays nothing out, so sizes and scrolling mean nothing here.
import { Blob } from 'node:buffer';
import { DecompressionStream } from 'node:stream/web';
import { TextDecoder, TextEncoder } from 'node:util';

class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const nothing = () => undefined;
// jsdom's own Blob has no stream, and streams are how parts of a workbook are unpacked.
const unpacking = { Blob, DecompressionStream, TextDecoder, TextEncoder };
Object.assign(globalThis, { ResizeObserver: NoResizeObserver, ...unpacking });
Object.assign(Element.prototype, { scrollTo: nothing, scrollIntoView: nothing, setPointerCapture: nothing });
