// Loads Microsoft's client library, unmodified, from node_modules into a window of its own that has no page: just what the
// library looks at while it loads. Each call gives an independent copy (about 20 ms after the first).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';

/** The library's own switch and error class, which its public types leave out. */
interface OfficeExtensionLibrary {
  readonly Error: typeof OfficeExtension.Error;
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly config: { extendedErrorLogging: boolean };
}

/** What the library needs of a host without a browser: `sendMessageToHost` is ours, `onMessageFromHost` becomes its. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

export interface ClientWindow {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: OfficeExtensionLibrary;
  readonly OSF: { _OfficeAppFactory: unknown };
}

let script: vm.Script | undefined;

function libraryScript(): vm.Script {
  if (script) return script;
  const packageFile = createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json');
  const file = join(packageFile, '..', 'dist', 'excel-web-16.00.js');
  script = new vm.Script(readFileSync(file, 'utf8'), { filename: file });
  return script;
}

const element = () => ({ setAttribute: () => undefined, style: {} });

export function openClientWindow(bridge: NativeBridge): ClientWindow {
  const page: Record<string, unknown> = {
    // The caller's own classes, so that results and errors are instances of what tests compare with.
    ...{ Promise, Error, JSON, setTimeout, clearTimeout, console },
    location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:', origin: 'https://localhost' },
    navigator: { userAgent: 'node', language: 'en-US' },
    addEventListener: () => undefined,
    document: {
      getElementById: () => null,
      createElement: element,
      getElementsByTagName: () => [],
      addEventListener: () => undefined,
    },
    _richApiNativeBridge: bridge,
  };
  page['window'] = page['self'] = page;
  libraryScript().runInContext(vm.createContext(page));
  return page as unknown as ClientWindow;
}
