// Draws the real pane on a session whose Excel and server are the test's own.
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import type { ApiClient } from '../../../addin/api-client.ts';
import type { SheetLook } from '../../../addin/excel/look-at-workbook.ts';
import { createTranslator, speak } from '../../../addin/locale/locale.ts';
import { PaneRoot } from '../../../addin/panes/pane-root.tsx';
import { lightTheme } from '../../../addin/panes/theme.ts';
import { Session, type SessionTools } from '../../../addin/session.ts';
import type { Settings } from '../../../addin/settings.ts';
import type { WorkListClient } from '../../../addin/work-list-client.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import type { Language } from '../../../core/language.ts';
import type { MappingFacts } from '../../../core/mapping-library.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { FakeCompany } from './fake-company.ts';
import { FakeInvoices } from './fake-invoices.ts';
import { FakeItemCosts } from './fake-item-costs.ts';
import { FakeFees } from './fake-fees.ts';
import { FakePolicy } from './fake-policy.ts';
import { FakeUndo } from './fake-undo.ts';
import { sampleAnswer, sampleResult } from './sample-result.ts';

const noWork = () => Promise.reject(new Error('no work list here'));
const idleWork: WorkListClient = { events: () => Promise.resolve([]), list: noWork, resolve: noWork };

export interface PaneWishes {
  readonly looks: readonly SheetLook[];
  readonly language?: Language;
  readonly api?: Partial<ApiClient>;
  readonly excel?: Partial<SessionTools['excel']>;
  readonly settings?: Partial<Settings>;
  /** Whole sheets by id, where they differ from what the first rows show. */
  readonly tables?: Readonly<Record<string, SheetTable>>;
}

export interface OpenPane {
  readonly session: Session;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly container: HTMLElement;
  /** What the pane asked of Excel, for example `showCell id 2 3`. */
  readonly asked: string[];
  /** What was saved: the workbook's part and the machine's part. */
  readonly saved: unknown[];
  /** Shows another set of sheets, as if the user went to another sheet. */
  readonly goTo: (looks: readonly SheetLook[]) => void;
}

const factsOf = ({ id, version, verified }: Mapping): MappingFacts => {
  return { id, version, origin: 'built-in', confirmed: verified, setAside: null };
};

/** What a server answers whose team has confirmed every mapping. */
export const confirmedMappings: ApiClient['listMappings'] = () =>
  Promise.resolve({
    mappings: [...builtInMappings],
    facts: builtInMappings.map((mapping) => ({ ...factsOf(mapping), confirmed: true })),
  });

/** The session of a pane on the wished sheets; `asked` and `saved` record what it does. */
export function createSession(wishes: PaneWishes) {
  const asked: string[] = [];
  const saved: unknown[] = [];
  let { looks } = wishes;
  let shown = () => {};
  const session = new Session({
    excel: {
      lookAtWorkbook: () => Promise.resolve([...looks]),
      readSheet: (id, watch) => {
        const head = wishes.tables?.[id] ?? looks.find((look) => look.id === id)?.head;
        if (!head) throw new Error(`There is no sheet ${id}`);
        watch.report({ step: 'reading', done: head.rows.length, total: head.rows.length, sheet: head.sheet });
        return Promise.resolve({ table: head, hasHiddenRows: false });
      },
      writeSheets: (results) => Promise.resolve(results.map(({ key, name }) => ({ key, id: `id of ${name}`, name }))),
      showSheet: (id) => {
        asked.push(`showSheet ${id}`);
        return Promise.resolve(true);
      },
      showCell: (id, row, column) => {
        asked.push(`showCell ${id} ${row} ${column}`);
        return Promise.resolve(true);
      },
      onSheetShown: (callback) => {
        shown = callback;
        return Promise.resolve();
      },
      ...wishes.excel,
    },
    connect: () => ({
      health: () => Promise.resolve({ product: 'clearsheet', version: '1.2.3', database: 'sqlite 3' }),
      listMappings: () => Promise.resolve({ mappings: [...builtInMappings], facts: builtInMappings.map(factsOf) }),
      pushBatch: () => Promise.resolve(sampleAnswer()),
      pushStatement: () => Promise.resolve([]),
      reconcile: () => Promise.resolve(sampleResult()),
      library: () => Promise.reject(new Error('no library here')),
      fees: () => Promise.resolve(new FakeFees().client),
      deposits: () => Promise.reject(new Error('no deposits here')),
      undo: () => Promise.resolve(new FakeUndo().client),
      policy: () => Promise.resolve(new FakePolicy().client),
      months: () => Promise.reject(new Error('no months here')),
      company: () => Promise.resolve(new FakeCompany().client),
      invoices: () => Promise.resolve(new FakeInvoices().client),
      itemCosts: () => Promise.resolve(new FakeItemCosts().client),
      reports: () => Promise.reject(new Error('no reports here')),
      workList: () => Promise.resolve(idleWork),
      ...wishes.api,
    }),
    store: {
      readFromWorkbook: () => wishes.settings,
      writeToWorkbook: (value) => {
        saved.push(value);
        return Promise.resolve();
      },
      readFromMachine: () => JSON.stringify(wishes.settings ?? {}),
      writeToMachine: (text) => saved.push(JSON.parse(text)),
    },
    officeLanguage: wishes.language ?? 'zh-TW',
    today: () => '2024-06-01' as BusinessDate,
  });
  const goTo = (next: readonly SheetLook[]) => {
    looks = next;
    shown();
  };
  return { session, asked, saved, goTo };
}

/** At no click is it asked of every element around whether its looks let the mouse through. */
const QUICK = { pointerEventsCheck: PointerEventsCheckLevel.Never };

/**
 * Looks are drawn into another document: jsdom has no layout, and would match thousands of rules with every element whose
 * role is asked. Looks are seen in the browser's tests.
 */
const ELSEWHERE = createDOMRenderer(document.implementation.createHTMLDocument());

/** The one look that counts for what is heard: a tab keeps room for its name in bold, hidden, and is not called by it twice. */
const HEARD = '.fui-Tab__content--reserved-space { visibility: hidden }';

export async function openPane(wishes: PaneWishes): Promise<OpenPane> {
  const { session, asked, saved, goTo } = createSession(wishes);
  const translator = await createTranslator(session.getState().language);
  session.subscribe(() => {
    const { language } = session.getState();
    if (translator.language !== language) void speak(translator, language);
  });
  const { container } = render(
    <RendererProvider renderer={ELSEWHERE}>
      <style>{HEARD}</style>
      <PaneRoot session={session} translator={translator} theme={lightTheme} />
    </RendererProvider>,
  );
  // From here on as in a browser: React draws when it likes, and the tests wait for what they expect.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  await session.start();
  return { session, user: userEvent.setup(QUICK), container, asked, saved, goTo };
}
