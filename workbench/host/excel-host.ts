// Excel's place: a workbook, the interpreter that serves the client's batches on it, Excel's documented limits, and events.
import type { RangeTarget } from './members/range-target.ts';
import { RangeTarget as Range } from './members/range-target.ts';
import { workbookOf } from './members/workbook-members.ts';
import { HostEvents } from './host-events.ts';
import type { EventEntry } from './host-events.ts';
import { shiftArea } from './model/shift-area.ts';
import type { Workbook } from './model/shape.ts';
import { WireInterpreter } from './wire-interpreter.ts';
import type { RequestBody, ResponseBody } from './wire-messages.ts';
import type { WireObject } from './wire-object.ts';
import { wireObject } from './wire-object.ts';

/** Excel on the web: 5 MB for each request and each response, 5,000,000 cells for each read (Microsoft, "Resource limits"). */
export interface HostLimits {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly cellsPerRead: number;
}

const EXCEL_LIMITS: HostLimits = {
  requestBytes: 5 * 1024 * 1024,
  responseBytes: 5 * 1024 * 1024,
  cellsPerRead: 5_000_000,
};

/** Error numbers of the Office host for bodies that are too large. */
export const REFUSED = { request: 5103, response: 5104 } as const;

export type HostAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: (typeof REFUSED)[keyof typeof REFUSED] };

export interface BatchRecord {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  readonly error: string | undefined;
}

export class ExcelHost {
  readonly workbook: Workbook;
  readonly limits: HostLimits;
  readonly interpreter: WireInterpreter;
  /** Sizes of the batches served, for tests of block-wise reading and writing. */
  readonly batches: BatchRecord[] = [];
  readonly #events: HostEvents;
  readonly #listeners = new Set<(entries: readonly EventEntry[]) => void>();
  #isBusy = false;

  constructor(workbook: Workbook, limits: Partial<HostLimits> = {}) {
    this.workbook = workbook;
    this.limits = { ...EXCEL_LIMITS, ...limits };
    workbook.cellsPerRead = this.limits.cellsPerRead;
    this.#events = new HostEvents(workbook);
    this.interpreter = new WireInterpreter({ root: workbookOf(workbook), newObject: officeAnswers });
    workbook.structure.follow((sheet, shift) => {
      for (const { target } of this.interpreter.kept())
        if (target instanceof Range && target.sheet === sheet) follow(target, shift);
    });
    workbook.onChange(() => {
      if (!this.#isBusy) this.deliverEvents();
    });
  }

  /** Serves one ProcessQuery body. Call deliverEvents when the answer is on its way. */
  execute(bodyText: string): HostAnswer {
    const requestBytes = byteLength(bodyText);
    if (requestBytes > this.limits.requestBytes) return this.#refuse(requestBytes, 'request');
    const body = JSON.parse(bodyText) as RequestBody;
    const response = this.#run(body);
    const text = JSON.stringify(response);
    const responseBytes = byteLength(text);
    if (responseBytes > this.limits.responseBytes) return this.#refuse(requestBytes, 'response', responseBytes);
    const error = response.Error?.Code;
    this.batches.push({ requestBytes, responseBytes, actions: body.Actions.length, error });
    return { ok: true, text };
  }

  #run(body: RequestBody): ResponseBody {
    this.#isBusy = true;
    try {
      return this.interpreter.run(body);
    } finally {
      this.#isBusy = false;
    }
  }

  #refuse(requestBytes: number, what: keyof typeof REFUSED, responseBytes = 0): HostAnswer {
    this.batches.push({ requestBytes, responseBytes, actions: 0, error: String(REFUSED[what]) });
    return { ok: false, code: REFUSED[what] };
  }

  /** @returns a function that stops listening */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  deliverEvents(): void {
    const entries = this.#events.take();
    if (entries.length > 0) for (const listener of this.#listeners) listener(entries);
  }
}

function follow(range: RangeTarget, shift: Parameters<typeof shiftArea>[1]): void {
  if (range.isAlive) range.moveTo(shiftArea(range.area, shift));
}

/** Services that Office.js itself calls while it starts; they need an answer, not an effect. */
const OFFICE_SERVICES = new Set(['Microsoft.InternalService.AddinInternalService']);

function officeAnswers(typeName: string): WireObject | undefined {
  if (!OFFICE_SERVICES.has(typeName)) return undefined;
  const methods = { notifyActionHandlerReady: () => null };
  return wireObject({ name: typeName, properties: {}, links: {}, methods }, {});
}

const encoder = new TextEncoder();

/** The limits count bytes of UTF-8: a Chinese character is three of them. */
const byteLength = (text: string): number => encoder.encode(text).length;
