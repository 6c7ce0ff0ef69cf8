// Microsoft's Excel client in plain Node, talking to our host: what jest tests of the add-in run on. No browser, no page.
import type { ClientWindow, NativeBridge } from './client-window.ts';
import { openClientWindow } from './client-window.ts';
import type { HostAnswer, HostLimits } from './excel-host.ts';
import { ExcelHost, REFUSED } from './excel-host.ts';
import { HostError } from './host-error.ts';
import type { Workbook as WorkbookShape } from './model/shape.ts';
import { Workbook } from './model/workbook.ts';
import type { RequirementSets } from './requirement-sets.ts';
import { DEFAULT_REQUIREMENT_SETS, isSetSupported } from './requirement-sets.ts';

export interface ExcelOptions {
  readonly workbook?: WorkbookShape;
  readonly limits?: Partial<HostLimits>;
  readonly requirementSets?: RequirementSets;
  /** Refuse members above the declared sets, which Microsoft's library does not do by itself. */
  readonly isStrict?: boolean;
}

export interface ExcelInNode {
  readonly Excel: ClientWindow['Excel'];
  readonly OfficeExtension: ClientWindow['OfficeExtension'];
  readonly workbook: WorkbookShape;
  readonly host: ExcelHost;
  /** Sets the globals that add-in code uses (`Excel`, `OfficeExtension`, `Office.context.requirements`). @returns the way back */
  useAsGlobals(): () => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly message: { readonly body: unknown };
}

/** A workbook with its own copy of the client; as many as a test wants stand beside each other. */
export function openExcel(options: ExcelOptions = {}): ExcelInNode {
  const workbook = options.workbook ?? new Workbook();
  const host = new ExcelHost(workbook, options.limits);
  const client = openClientWindow(bridgeTo(host));
  const sets = options.requirementSets ?? DEFAULT_REQUIREMENT_SETS;
  const requirements = {
    isSetSupported: (name: string, version?: string) => isSetSupported(sets, name, version),
  };
  client.OSF._OfficeAppFactory = { getContext: () => ({ requirements }), getHostInfo: () => ({}) };
  client.OfficeExtension.CommonUtility._doApiNotSupportedCheck = options.isStrict ?? false;
  const globals = {
    Excel: client.Excel,
    OfficeExtension: client.OfficeExtension,
    Office: { context: { requirements } },
  };
  return {
    Excel: client.Excel,
    OfficeExtension: client.OfficeExtension,
    workbook,
    host,
    useAsGlobals: () => setGlobals(globals),
  };
}

/** Answers later, never within the call, as a real host does; events follow the answer. */
function bridgeTo(host: ExcelHost): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost(text) {
      setImmediate(() => {
        bridge.onMessageFromHost?.(respond(host, text));
        host.deliverEvents();
      });
    },
  };
  host.onEvents((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })));
  return bridge;
}

function respond(host: ExcelHost, text: string): string {
  const { id, message } = JSON.parse(text) as BridgeMessage;
  const answer = host.execute(JSON.stringify(message.body));
  const body = answer.ok ? answer.text : JSON.stringify({ error: refusal(answer) });
  return `{"id":${id},"type":2,"message":{"statusCode":${answer.ok ? 200 : 400},"headers":{},"body":${body}}}`;
}

function refusal({ code }: Extract<HostAnswer, { ok: false }>): { code: string; message: string } {
  const isRequest = code === REFUSED.request;
  const error = new HostError(isRequest ? 'RequestPayloadSizeLimitExceeded' : 'ResponsePayloadSizeLimitExceeded');
  return { code: error.code, message: error.message };
}

function setGlobals(values: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
