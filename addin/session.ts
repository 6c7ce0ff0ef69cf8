// What the pane shows, as one value that changes: the workbook seen, the sheet checked, the run and its result.
// The pane and the ribbon command share it, so a click on the ribbon is seen in the pane whenever that is opened.
import type { DepositReport } from '../core/bank/deposit-report.ts';
import type { BusinessDate } from '../core/business-date.ts';
import type { Language } from '../core/language.ts';
import type { ReversalAnswer } from '../core/ledger-api.ts';
import type { MappingsAnswer } from '../core/library-api.ts';
import type { MappingFacts } from '../core/mapping-library.ts';
import { idColumns } from '../core/mapping/id-columns.ts';
import { formatsWished } from './excel/formats-wished.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import type { SheetTable } from '../core/sheet-table.ts';
import type { ApiClient, Health, ServerAccess } from './api-client.ts';
import type { CompanyClient } from './company-client.ts';
import type { DepositsClient } from './deposits-client.ts';
import type { FeesClient } from './fees-client.ts';
import type { LibraryClient } from './library-client.ts';
import { headsBeside, viewWorkbook, type WorkbookView } from './choose-sheets.ts';
import type { showCell, showSheet } from './excel/go-to.ts';
import { type Failure, failureOf } from './failure.ts';
import { normalizeSheet, type SheetCheck } from '../core/import/normalize-sheet.ts';
import type { InvoicesClient } from './invoices-client.ts';
import type { ItemCostsClient } from './item-costs-client.ts';
import type { SheetAnswers } from './sheet-answers.ts';
import type { MonthsClient } from './months-client.ts';
import type { PolicyClient } from './policy-client.ts';
import type { Reconciliation, ReconcileTools } from './reconcile-sheet.ts';
import type { ReportClient } from './report-client.ts';
import type { MonthReport, MonthWish } from './report-month.ts';
import {
  displayLanguage,
  loadSettings,
  saveSettings,
  saveToMachine,
  type Settings,
  type SettingsStore,
} from './settings.ts';
import { isCancelled, type Progress } from './watch.ts';
import type { UndoClient } from './undo-client.ts';
import type { WorkListClient } from './work-list-client.ts';

type Reached<T> =
  | { readonly state: 'loading'; readonly progress: Progress | null }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly value: T };

/** Work that takes its time and writes worksheets: it may be cancelled, and it may fail. */
type Work<Done> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | null }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | Done;

type Run = Work<{ readonly state: 'done'; readonly reconciliation: Reconciliation }>;

/** The month-end report. It never works at the same time as a run: both write worksheets. */
type ReportRun = Work<{ readonly state: 'done'; readonly report: MonthReport }>;

/** What people did from the pane since the run; the result sheets do not show it yet. */
interface SinceRun {
  readonly undone: readonly ReversalAnswer[];
  /** How payouts and deposits stand after a decision about them; null before the first one. */
  readonly deposits: DepositReport | null;
}

const NOTHING_SINCE: SinceRun = { undone: [], deposits: null };

/** A whole sheet as it would be pushed now. */
export interface CheckedSheet {
  readonly sheetId: string;
  readonly firstColumn: number;
  readonly hasHiddenRows: boolean;
  readonly check: SheetCheck;
}

export interface SessionState {
  readonly settings: Settings;
  readonly language: Language;
  readonly view: Reached<WorkbookView>;
  /** Which version of each mapping reads sheets, and whether somebody has confirmed it. */
  readonly facts: readonly MappingFacts[];
  /** The sheet on screen in full; null while there is nothing to check. */
  readonly checked: Reached<CheckedSheet> | null;
  /** Ids of sheets that shall not come along. */
  readonly leftOut: ReadonlySet<string>;
  /** What the user answered, by sheet id. */
  readonly answers: ReadonlyMap<string, SheetAnswers>;
  readonly run: Run;
  readonly sinceRun: SinceRun;
  readonly report: ReportRun;
}

/** A whole sheet as it was read just now. */
export interface SheetOnScreen {
  readonly id: string;
  readonly table: SheetTable;
  readonly hasHiddenRows: boolean;
}

/** A whole sheet on which a person works out a mapping. */
export interface SheetToMap {
  readonly id: string;
  readonly table: SheetTable;
  readonly view: WorkbookView;
  readonly mappings: readonly Mapping[];
}

export interface SessionTools {
  readonly excel: ReconcileTools['excel'] & {
    readonly showSheet: typeof showSheet;
    readonly showCell: typeof showCell;
    readonly onSheetShown: (callback: () => void) => Promise<void>;
  };
  readonly connect: (access: ServerAccess) => ApiClient;
  readonly store: SettingsStore;
  readonly officeLanguage: string;
  readonly today: () => BusinessDate;
}

export class Session {
  private readonly tools: SessionTools;
  private readonly listeners = new Set<() => void>();
  private current: SessionState;
  private api: ApiClient;
  private known: MappingsAnswer | null = null;
  private looking = new AbortController();
  private running = new AbortController();

  constructor(tools: SessionTools) {
    this.tools = tools;
    const settings = loadSettings(tools.store);
    this.api = this.connect(settings);
    this.current = {
      settings,
      language: displayLanguage(settings, tools.officeLanguage),
      view: { state: 'loading', progress: null },
      facts: [],
      checked: null,
      leftOut: new Set(),
      answers: new Map(),
      run: { state: 'idle' },
      sinceRun: NOTHING_SINCE,
      report: { state: 'idle' },
    };
  }

  readonly getState = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Looks at the workbook now, and again whenever the user goes to another sheet. */
  readonly start = async (): Promise<void> => {
    try {
      await this.tools.excel.onSheetShown(() => void this.look());
    } catch (error) {
      this.change({ view: { state: 'failed', failure: failureOf(error) } });
      return;
    }
    await this.look();
  };

  /** Recognises the sheet on screen and checks it in full. A newer look ends an older one. */
  readonly look = async (): Promise<void> => {
    if (this.isWorking()) return;
    this.looking.abort();
    const { signal } = (this.looking = new AbortController());
    if (this.current.view.state !== 'ready') this.change({ view: { state: 'loading', progress: null } });
    try {
      this.known ??= await this.api.listMappings(signal);
      const { mappings, facts } = this.known;
      const view = viewWorkbook(await this.tools.excel.lookAtWorkbook(), mappings);
      signal.throwIfAborted();
      this.change({ view: { state: 'ready', value: view }, facts, checked: null });
      await this.check(view, mappings, signal);
    } catch (error) {
      if (signal.aborted || isCancelled(error)) return;
      this.change({ view: { state: 'failed', failure: failureOf(error) }, checked: null });
    }
  };

  private async check(view: WorkbookView, mappings: readonly Mapping[], signal: AbortSignal): Promise<void> {
    if (view.active?.is !== 'recognised') return;
    const { look, recognised } = view.active;
    const { id } = look;
    const report = (progress: Progress) => this.change({ checked: { state: 'loading', progress } });
    const answers = this.current.answers.get(id);
    const wishes = { ...answers, ...formatsWished(recognised) };
    const { table, hasHiddenRows } = await this.tools.excel.readSheet(id, { signal, report }, wishes);
    const check = normalizeSheet(table, mappings, headsBeside(view, id), answers?.reading);
    signal.throwIfAborted();
    const value = { sheetId: id, firstColumn: table.firstColumn, hasHiddenRows, check };
    this.change({ checked: { state: 'ready', value } });
  }

  /** Reads the sheet on screen in full for a person to map it. */
  readonly readForMapping = async (): Promise<SheetToMap> => {
    const { view } = this.current;
    const onScreen = view.state === 'ready' ? view.value.active : null;
    if (view.state !== 'ready' || !onScreen) throw new Error('There is no sheet to map');
    const { look } = onScreen;
    const watch = { signal: new AbortController().signal, report: () => {} };
    const known = onScreen.is === 'recognised' ? idColumns(onScreen.recognised) : [];
    const wishes = { ...this.current.answers.get(look.id), idColumns: known, beingMapped: true };
    const { table } = await this.tools.excel.readSheet(look.id, watch, wishes);
    return { id: look.id, table, view: view.value, mappings: this.known?.mappings ?? [] };
  };

  /**
   * Reads the sheet on screen once and in full, for what a person keeps there beside the platforms' exports.
   * @returns null where no sheet is on screen
   */
  readonly readOnScreen = async (withoutHidden: boolean): Promise<SheetOnScreen | null> => {
    const { view } = this.current;
    const id = view.state === 'ready' ? view.value.active?.look.id : undefined;
    if (id === undefined) return null;
    const watch = { signal: new AbortController().signal, report: () => {} };
    return { id, ...(await this.tools.excel.readSheet(id, watch, { withoutHidden, beingMapped: true })) };
  };

  readonly library = (): Promise<LibraryClient> => this.api.library();

  readonly fees = (): Promise<FeesClient> => this.api.fees();

  readonly deposits = (): Promise<DepositsClient> => this.api.deposits();

  readonly undo = (): Promise<UndoClient> => this.api.undo();

  readonly policy = (): Promise<PolicyClient> => this.api.policy();

  readonly months = (): Promise<MonthsClient> => this.api.months();
  readonly company = (): Promise<CompanyClient> => this.api.company();

  readonly invoices = (): Promise<InvoicesClient> => this.api.invoices();

  readonly itemCosts = (): Promise<ItemCostsClient> => this.api.itemCosts();

  readonly reports = (): Promise<ReportClient> => this.api.reports();

  readonly today = (): BusinessDate => this.tools.today();

  /** Remembered until the next run, whose result shows it. */
  readonly rememberUndone = (answer: ReversalAnswer): void =>
    this.change({ sinceRun: { ...this.current.sinceRun, undone: [...this.current.sinceRun.undone, answer] } });

  readonly rememberDeposits = (deposits: DepositReport): void =>
    this.change({ sinceRun: { ...this.current.sinceRun, deposits } });

  readonly workList = (): Promise<WorkListClient> => this.api.workList();

  /** The library has changed: sheets are recognised anew. */
  readonly mappingsChanged = async (): Promise<void> => {
    this.known = null;
    await this.look();
  };

  /** Who changed a mapping here once is likely to do it again. */
  readonly rememberAuthor = (author: string): void => {
    const settings = { ...this.current.settings, author };
    saveToMachine(this.tools.store, settings);
    this.change({ settings });
  };

  /** What the user says of a sheet where its values cannot tell; the sheet is read again by it. */
  readonly answer = async (sheetId: string, part: SheetAnswers): Promise<void> => {
    const answers = new Map(this.current.answers).set(sheetId, { ...this.current.answers.get(sheetId), ...part });
    this.change({ answers });
    await this.look();
  };

  /** The sheet holds, also where its orders go back: shown, and reconciled again. False when it is gone. */
  readonly reconcileAsNewest = async (sheetId: string): Promise<boolean> => {
    if (!(await this.showSheet(sheetId))) return false;
    const { answers } = this.current;
    this.change({ answers: new Map(answers).set(sheetId, { ...answers.get(sheetId), newest: true }) });
    await this.reconcile();
    return true;
  };

  /** Whether a sheet beside the one on screen comes along. */
  readonly bring = (sheetId: string, along: boolean): void => {
    const leftOut = new Set(this.current.leftOut);
    if (along) leftOut.delete(sheetId);
    else leftOut.add(sheetId);
    this.change({ leftOut });
  };

  /** The one click. Never throws: what happened stands in `run`. A second click while one runs does nothing. */
  readonly reconcile = async (): Promise<void> => {
    if (this.isWorking()) return;
    this.looking.abort();
    const { signal } = (this.running = new AbortController());
    const report = (progress: Progress) => this.change({ run: { state: 'running', progress } });
    this.change({ run: { state: 'running', progress: null } });
    try {
      const { reconcileSheet } = await import('./reconcile-sheet.ts'); // with all that only a click needs
      const reconciliation = await reconcileSheet(this.reconcileTools(), { signal, report }, this.current);
      this.change({ run: { state: 'done', reconciliation }, sinceRun: NOTHING_SINCE });
    } catch (error) {
      const failed = (): Run => ({ state: 'failed', failure: failureOf(error) });
      this.change({ run: isCancelled(error) ? { state: 'cancelled' } : failed() });
    }
    await this.look();
  };

  /** The month-end report into worksheets of its own. Never throws: what happened stands in `report`. */
  readonly reportMonth = async (wish: MonthWish): Promise<void> => {
    if (this.isWorking()) return;
    this.looking.abort();
    const { signal } = (this.running = new AbortController());
    const onProgress = (progress: Progress) => this.change({ report: { state: 'running', progress } });
    this.change({ report: { state: 'running', progress: null } });
    try {
      const { reportMonth } = await import('./report-month.ts');
      const { excel } = this.tools;
      const tools = { excel, api: this.api, language: this.current.language };
      this.change({
        report: { state: 'done', report: await reportMonth(tools, wish, { signal, report: onProgress }) },
      });
    } catch (error) {
      const failed = (): ReportRun => ({ state: 'failed', failure: failureOf(error) });
      this.change({ report: isCancelled(error) ? { state: 'cancelled' } : failed() });
    }
    await this.look();
  };

  /** Ends what is under way, be it a run or a report. */
  readonly cancel = (): void => this.running.abort();

  readonly save = async (settings: Settings): Promise<void> => {
    await saveSettings(this.tools.store, settings);
    this.api = this.connect(settings);
    this.known = null;
    this.change({ settings, language: displayLanguage(settings, this.tools.officeLanguage) });
    await this.look();
  };

  /** False when the sheet is gone. */
  readonly showSheet = (sheetId: string): Promise<boolean> => this.tools.excel.showSheet(sheetId);

  readonly showCell = (sheetId: string, row: number, column: number): Promise<boolean> =>
    this.tools.excel.showCell(sheetId, row, column);

  /** Asks a server who it is, for the settings. Anybody may ask that; the mappings are asked for to try the key. */
  readonly tryServer = async (access: ServerAccess): Promise<Health> => {
    const api = this.tools.connect(access);
    const health = await api.health();
    await api.listMappings();
    return health;
  };

  private isWorking(): boolean {
    const { run, report } = this.current;
    return run.state === 'running' || report.state === 'running';
  }

  private connect({ serverAddress, accessKey }: Settings): ApiClient {
    return this.tools.connect({ address: serverAddress, accessKey });
  }

  private reconcileTools(): ReconcileTools {
    const { excel, today } = this.tools;
    const { settings, language } = this.current;
    return { excel, api: this.api, settings, language, today: today() };
  }

  private change(part: Partial<SessionState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}
