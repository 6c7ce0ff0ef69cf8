// The browser half: what the page around the task pane answers to Office.js, as Excel on the web does by postMessage.
// Needs no DOM but a frame's window to post to and a place where messages arrive.
import type { EventEntry } from './host-events.ts';
import type { ExcelHost } from './excel-host.ts';
import type { RequirementSets } from './requirement-sets.ts';
import { DEFAULT_REQUIREMENT_SETS, requirementMatrix } from './requirement-sets.ts';

/** The pane's window, e.g. `iframe.contentWindow`. */
interface PaneWindow {
  postMessage(text: string, targetOrigin: string): void;
}

export interface PaneMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** Where messages arrive: the host page's `window`. */
export interface MessageSource {
  addEventListener(type: 'message', listener: (message: PaneMessage) => void): void;
  removeEventListener(type: 'message', listener: (message: PaneMessage) => void): void;
}

interface AppContext {
  readonly addinId: string;
  /** Must be new for each load: Office.js keeps host information in sessionStorage by it. */
  readonly conversationId: string;
  /** Origin of this page; https, and of the same host name as the pane, or Office.js refuses. */
  readonly hostOrigin: string;
  readonly paneOrigin: string;
  readonly displayLanguage: string;
  readonly requirementSets?: RequirementSets;
}

export interface PageHostOptions {
  readonly host: ExcelHost;
  readonly appContext: AppContext;
  /** Asked anew for each message, because the frame's window changes when the pane reloads. */
  readonly pane: () => PaneWindow | null;
  readonly messages: MessageSource;
  /** `event.completed()` of a ribbon command was called. */
  readonly onCommandCompleted?: (commandId: string) => void;
  readonly onSettingsSaved?: (settings: ReadonlyMap<string, string>) => void;
  /** Calls of the old common API that this host does not serve, by dispatch number. */
  readonly onUnserved?: (dispatchId: number) => void;
}

export interface PageHost {
  /** To be set as the frame's `name` before its `src`. */
  readonly frameName: string;
  /** To be added to the pane's address. */
  readonly frameQuery: string;
  /** Presses a ribbon button: runs the function the pane has associated under this name. @returns the command's id */
  runCommand(functionName: string, controlId: string): string;
  dispose(): void;
}

interface Request {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  readonly 0?: unknown;
}

const CALL = 0;
const REQUEST = 0;
const DISPATCH = { refreshSettings: 75, saveSettings: 76, processQuery: 93, commandCompleted: 94 } as const;
const OK = { Version: 1, Error: 0 } as const;

export function createPageHost(options: PageHostOptions): PageHost {
  return new PanePartner(options);
}

class PanePartner implements PageHost {
  readonly #options: PageHostOptions;
  readonly #stopEvents: () => void;
  readonly #listener = (message: PaneMessage) => this.#receive(message);
  #commands = 0;

  constructor(options: PageHostOptions) {
    this.#options = options;
    options.messages.addEventListener('message', this.#listener);
    this.#stopEvents = options.host.onEvents((entries) => this.#sendEvents(entries));
  }

  get #hostInfo(): string {
    return ['Excel', 'Web', '16.01', this.#options.appContext.displayLanguage, '', '', '', '0'].join('$');
  }

  get frameName(): string {
    const { conversationId, addinId, hostOrigin } = this.#options.appContext;
    return JSON.stringify({
      hostInfo: this.#hostInfo,
      xdmInfo: [conversationId, addinId, hostOrigin].join('|'),
      serializerVersion: '1',
      flights: '[]',
      baseFrameName: `host-${conversationId}`,
    });
  }

  get frameQuery(): string {
    return `_host_Info=${this.#hostInfo}`;
  }

  runCommand(functionName: string, controlId: string): string {
    const commandId = `command-${++this.#commands}`;
    this.#event('appCommandInvoked', [commandId, functionName, JSON.stringify({ source: { id: controlId } })]);
    return commandId;
  }

  dispose(): void {
    this.#options.messages.removeEventListener('message', this.#listener);
    this.#stopEvents();
  }

  #receive({ data, origin, source }: PaneMessage): void {
    const { paneOrigin, conversationId } = this.#options.appContext;
    if (origin !== paneOrigin || source !== this.#options.pane() || typeof data !== 'string') return;
    const request = readRequest(data);
    if (!request || request._messageType !== REQUEST || request._conversationId !== conversationId) return;
    this.#post(request, this.#answer(request), 0);
    this.#options.host.deliverEvents();
  }

  #answer(request: Request): unknown {
    if (request._actionName === 'ContextActivationManager_getAppContextAsync') return this.#appContext();
    if (request._actionName === 'executeMethod') return this.#execute(request._data as MethodCall);
    return request._actionType === CALL ? null : { Error: 0 };
  }

  #execute(call: MethodCall): unknown {
    const dispatchId = call.DdaMethod?.DispatchId ?? 0;
    switch (dispatchId) {
      case DISPATCH.processQuery:
        return this.#processQuery(String(call.ArrayData?.[4]));
      case DISPATCH.saveSettings:
        return this.#saveSettings(call.DdaSettingsMethod?.Properties ?? []);
      case DISPATCH.refreshSettings:
        return { ...OK, Properties: { Settings: this.#settings() } };
      case DISPATCH.commandCompleted:
        this.#options.onCommandCompleted?.(String(call[0]));
        return OK;
      default:
        this.#options.onUnserved?.(dispatchId);
        return OK;
    }
  }

  #processQuery(bodyText: string): unknown {
    const answer = this.#options.host.execute(bodyText);
    return answer.ok ? { ...OK, Data: [200, [], answer.text] } : { Version: 1, Error: answer.code };
  }

  /** On a refresh the library reads Excel's settings as records, not as the pairs it starts with. */
  #settings(): { readonly Name: string; readonly Value: string }[] {
    return [...this.#options.host.workbook.documentSettings].map(([Name, Value]) => ({ Name, Value }));
  }

  /** The pane sends all its settings each time, so those it left out are gone. */
  #saveSettings(pairs: readonly (readonly [string, string])[]): unknown {
    const { documentSettings } = this.#options.host.workbook;
    documentSettings.clear();
    for (const [key, json] of pairs) documentSettings.set(key, json);
    this.#options.host.workbook.changed({ kind: 'settings' });
    this.#options.onSettingsSaved?.(documentSettings);
    return OK;
  }

  /** Every field before `_reason` is required by the library. 16 is Excel on the web. */
  #appContext(): Record<string, unknown> {
    const { addinId, conversationId, displayLanguage, requirementSets } = this.#options.appContext;
    const { workbook } = this.#options.host;
    return {
      _id: addinId,
      _appName: 16,
      _appVersion: '16.01',
      _appUILocale: displayLanguage,
      _dataLocale: displayLanguage,
      _docUrl: workbook.name,
      _clientMode: 0,
      _settings: [...workbook.documentSettings],
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: conversationId,
      _appInstanceId: addinId,
      _hostFullVersion: '16.0.18000.0',
      _requirementMatrix: requirementMatrix(requirementSets ?? DEFAULT_REQUIREMENT_SETS),
    };
  }

  #sendEvents(entries: readonly EventEntry[]): void {
    for (const entry of entries) this.#event('richApiMessage', { ArrayData: [entry] });
  }

  #event(actionName: string, data: unknown): void {
    this.#post({ _actionName: actionName, _correlationId: 0 }, data, 1);
  }

  #post(to: Pick<Request, '_actionName' | '_correlationId'>, data: unknown, responseType: 0 | 1): void {
    const { conversationId, hostOrigin, paneOrigin } = this.#options.appContext;
    const message = {
      _messageType: 1,
      _actionName: to._actionName,
      _conversationId: conversationId,
      _correlationId: to._correlationId,
      _origin: hostOrigin,
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.#options.pane()?.postMessage(JSON.stringify(message), paneOrigin);
  }
}

/** Other scripts may post to the page too; what is no message of Office.js is not for us. */
function readRequest(text: string): Request | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && '_actionName' in value ? (value as Request) : undefined;
  } catch {
    return undefined;
  }
}
