// The only fetch of the add-in. Every answer is decoded by the contract (core/api.ts) before anybody sees it.
import { z } from 'zod';
import {
  API_PREFIX,
  type BatchAnswer,
  batchAnswerSchema,
  type BatchState,
  batchStateSchema,
  completeBatchSchema,
  openBatchSchema,
  errorSchema,
  healthSchema,
  orderChunkSchema,
  payoutChunkSchema,
  type ReconcileRequest,
  reconcileRequestSchema,
  type ReconcileResult,
  reconcileResultSchema,
} from '../core/api.ts';
import { type BankAnswer, bankAnswerSchema, type BankPush, bankPushSchema } from '../core/bank/bank-api.ts';
import { type MappingsAnswer, mappingsSchema } from '../core/library-api.ts';
import { ApiProblem, ownProblem } from './api-problem.ts';
import type { ImportBatch } from '../core/import/import-batch.ts';
import type { CompanyClient } from './company-client.ts';
import type { DepositsClient } from './deposits-client.ts';
import type { FeesClient } from './fees-client.ts';
import type { InvoicesClient } from './invoices-client.ts';
import type { ItemCostsClient } from './item-costs-client.ts';
import type { LibraryClient } from './library-client.ts';
import type { MonthsClient } from './months-client.ts';
import type { PolicyClient } from './policy-client.ts';
import type { ReportClient } from './report-client.ts';
import type { UndoClient } from './undo-client.ts';
import type { Watch } from './watch.ts';
import type { WorkListClient } from './work-list-client.ts';

export type Health = z.infer<typeof healthSchema>;

/** Where the server is, and the key it asks for. */
export interface ServerAccess {
  /** Empty: the origin the pane was loaded from. */
  readonly address: string;
  readonly accessKey: string;
}

export interface ApiClient {
  readonly health: () => Promise<Health>;
  /** The mappings that read sheets, with what to know about each. */
  readonly listMappings: (signal?: AbortSignal) => Promise<MappingsAnswer>;
  /** Pushes what the server does not hold yet; after a cut connection the next call goes on where it stopped. */
  readonly pushBatch: (batch: ImportBatch, watch: Watch, author?: string) => Promise<BatchAnswer>;
  /** Pushes lines of a bank or wallet statement; pushing them again is safe. An answer for each push. */
  readonly pushStatement: (pushes: readonly BankPush[], watch: Watch) => Promise<BankAnswer[]>;
  readonly reconcile: (request: ReconcileRequest, signal?: AbortSignal) => Promise<ReconcileResult>;
  /** The team's mapping library; its code comes when it is asked for. */
  readonly library: () => Promise<LibraryClient>;
  /** What a run found and people did about it. */
  readonly workList: () => Promise<WorkListClient>;
  /** Fee contracts and payout calendars. */
  readonly fees: () => Promise<FeesClient>;
  /** What a person says of payouts and deposits. */
  readonly deposits: () => Promise<DepositsClient>;
  /** Undo of what was posted. */
  readonly undo: () => Promise<UndoClient>;
  /** What may be posted without review and what may be given up. */
  readonly policy: () => Promise<PolicyClient>;
  /** Months that are closed, filed and opened again. */
  readonly months: () => Promise<MonthsClient>;
  /** How the books are kept: company, shops, exchange rates. */
  readonly company: () => Promise<CompanyClient>;
  /** The platforms' invoices for their fees. */
  readonly invoices: () => Promise<InvoicesClient>;
  /** What deliveries cost. */
  readonly itemCosts: () => Promise<ItemCostsClient>;
  /** Reports over the whole books. */
  readonly reports: () => Promise<ReportClient>;
}

type Send = (url: string, init: RequestInit) => Promise<Response>;

interface Call<Answer> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly answer: z.ZodType<Answer, unknown>;
  readonly signal?: AbortSignal | undefined;
  /** The answer is a text as it stands, not JSON. */
  readonly text?: boolean;
}

const chunkAnswerSchema = batchStateSchema;

/** @throws ApiProblem from every call that gives no usable answer; AbortError when its signal is aborted. */
export function createApiClient(access: ServerAccess, send: Send = (url, init) => fetch(url, init)): ApiClient {
  const call = <Answer>(what: Call<Answer>) => ask(access, send, what);
  return {
    health: () => call({ method: 'GET', path: '/health', answer: healthSchema }),
    listMappings: (signal) => call({ method: 'GET', path: '/mappings', answer: mappingsSchema, signal }),
    pushBatch: (batch, watch, author) => pushBatch(call, batch, watch, author),
    pushStatement: (pushes, watch) => pushStatement(call, pushes, watch),
    reconcile: (request, signal) =>
      call({
        method: 'POST',
        path: '/reconciliations',
        body: z.encode(reconcileRequestSchema, request),
        answer: reconcileResultSchema,
        signal,
      }),
    library: async () => (await import('./library-client.ts')).createLibraryClient(call),
    fees: async () => (await import('./fees-client.ts')).createFeesClient(call),
    deposits: async () => (await import('./deposits-client.ts')).createDepositsClient(call),
    undo: async () => (await import('./undo-client.ts')).createUndoClient(call),
    policy: async () => (await import('./policy-client.ts')).createPolicyClient(call),
    months: async () => (await import('./months-client.ts')).createMonthsClient(call),
    company: async () => (await import('./company-client.ts')).createCompanyClient(call),
    invoices: async () => (await import('./invoices-client.ts')).createInvoicesClient(call),
    itemCosts: async () => (await import('./item-costs-client.ts')).createItemCostsClient(call),
    reports: async () => (await import('./report-client.ts')).createReportClient(call),
    workList: async () => (await import('./work-list-client.ts')).createWorkListClient(call),
  };
}

export type Ask = <Answer>(call: Call<Answer>) => Promise<Answer>;

/** Open (or find again), send the missing chunks, complete. Each step may be repeated without harm. */
async function pushBatch(ask: Ask, { header, chunks }: ImportBatch, watch: Watch, author = ''): Promise<BatchAnswer> {
  const { signal } = watch;
  const total = chunks.reduce((rows, chunk) => rows + rowsIn(chunk), 0);
  let done = 0;
  const report = () => watch.report({ step: 'sending', done, total, sheet: header.source.sheet });
  report();
  const body = z.encode(openBatchSchema, { ...header, author });
  const state = await ask({ method: 'POST', path: '/batches', body, answer: batchStateSchema, signal });
  for (const [index, chunk] of chunks.entries()) {
    if (!isHeld(state, index)) await pushChunk(ask, state.batchId, index, chunk, signal);
    done += rowsIn(chunk);
    report();
  }
  const path = `/batches/${encodeURIComponent(state.batchId)}/complete`;
  const signed = z.encode(completeBatchSchema, { author });
  return ask({ method: 'POST', path, body: signed, answer: batchAnswerSchema, signal });
}

/** One after the other: an account is made at its first push. */
async function pushStatement(ask: Ask, pushes: readonly BankPush[], { signal, report }: Watch): Promise<BankAnswer[]> {
  const total = pushes.reduce((rows, push) => rows + push.rows.length, 0);
  const answers: BankAnswer[] = [];
  let done = 0;
  for (const push of pushes) {
    report({ step: 'sending', done, total, sheet: push.source.sheet });
    const body = z.encode(bankPushSchema, push);
    answers.push(await ask({ method: 'POST', path: '/bank-lines', body, answer: bankAnswerSchema, signal }));
    done += push.rows.length;
  }
  return answers;
}

function isHeld(state: BatchState, index: number): boolean {
  return state.state === 'complete' || state.receivedChunks.includes(index);
}

type Chunk = ImportBatch['chunks'][number];

function rowsIn(chunk: Chunk): number {
  return chunk.orders.length + chunk.lines.length;
}

async function pushChunk(ask: Ask, batchId: string, index: number, chunk: Chunk, signal: AbortSignal): Promise<void> {
  const body =
    chunk.orders.length > 0
      ? z.encode(orderChunkSchema, { rows: [...chunk.orders] })
      : z.encode(payoutChunkSchema, { rows: [...chunk.lines] });
  const path = `/batches/${encodeURIComponent(batchId)}/chunks/${index}`;
  await ask({ method: 'PUT', path, body, answer: chunkAnswerSchema, signal });
}

async function ask<Answer>(access: ServerAccess, send: Send, call: Call<Answer>): Promise<Answer> {
  const response = await sendTwice(send, access.address.replace(/\/+$/, '') + API_PREFIX + call.path, {
    method: call.method,
    headers: headersOf(access, call),
    body: call.body === undefined ? null : JSON.stringify(call.body),
    signal: call.signal ?? null,
    // The key travels in a header of its own; cookies of the server's origin have no meaning here.
    credentials: 'omit',
  });
  const text = await readText(response, call.signal);
  const answer = call.text && response.ok ? text : jsonOf(text);
  if (!response.ok) throw problemOf(response.status, answer);
  const decoded = call.answer.safeParse(answer);
  if (!decoded.success) throw ownProblem('ANSWER_UNREADABLE', decoded.error);
  return decoded.data;
}

function headersOf({ accessKey }: ServerAccess, { body }: Pick<Call<unknown>, 'body'>): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(accessKey === '' ? {} : { Authorization: `Bearer ${accessKey}` }),
  };
}

const PASSING_FAULTS = [502, 503, 504];

/** One more try after a cut connection or a server that is just restarting: every call is safe to repeat. */
async function sendTwice(send: Send, url: string, init: RequestInit): Promise<Response> {
  const first = await sendOnce(send, url, init);
  if ('status' in first && !PASSING_FAULTS.includes(first.status)) return first;
  const second = await sendOnce(send, url, init);
  if ('status' in second) return second;
  throw ownProblem('SERVER_UNREACHABLE', second.failed);
}

/** What `fetch` throws is a connection that failed, unless the user cancelled. */
async function sendOnce(send: Send, url: string, init: RequestInit): Promise<Response | { failed: unknown }> {
  try {
    return await send(url, init);
  } catch (failed) {
    init.signal?.throwIfAborted();
    return { failed };
  }
}

function readText(response: Response, signal: AbortSignal | undefined): Promise<string> {
  return response.text().catch((error: unknown) => {
    signal?.throwIfAborted();
    throw ownProblem('SERVER_UNREACHABLE', error);
  });
}

/** The body as JSON; undefined when it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a web page or nothing at all; the caller says what that means
  }
}

function problemOf(status: number, answer: unknown): ApiProblem {
  const decoded = errorSchema.safeParse(answer);
  if (decoded.success) {
    const { code, message, requestId } = decoded.data.error;
    return new ApiProblem(code, message, requestId === undefined ? {} : { requestId });
  }
  if (status === 401 || status === 403) return ownProblem('ACCESS_KEY_REFUSED');
  return ownProblem(PASSING_FAULTS.includes(status) ? 'SERVER_UNREACHABLE' : 'ANSWER_UNREADABLE');
}
