// The workbench as one page: ribbon, formula bar, grid and tabs on the left; the real task pane on the right.
import type { DragEvent, ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { Language } from '../../core/language.ts';
import type { ExcelHost } from '../host/excel-host.ts';
import type { Sheet, Workbook } from '../host/model/shape.ts';
import { FormulaBar } from './formula-bar.tsx';
import type { Editing } from './grid/cell-editor.tsx';
import { commitEdit } from './grid/cell-editor.tsx';
import type { Selected } from './grid/selected-cells.ts';
import { selectedArea, selectedOn } from './grid/selected-cells.ts';
import { SheetGrid } from './grid/sheet-grid.tsx';
import { PaneFrame } from './pane-frame.tsx';
import type { RibbonButton } from './read-manifest.ts';
import { readManifest } from './read-manifest.ts';
import { Ribbon } from './ribbon.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { StatusBar } from './status-bar.tsx';
import type { Tools } from './tools.ts';
import { usePane } from './use-pane.ts';
import type { WorkbookWatch } from './use-workbook.ts';
import { useRevision } from './use-workbook.ts';
import { OFFICE_TAGS, WORDS } from './words.ts';

export interface AppProps {
  readonly host: ExcelHost;
  readonly watch: WorkbookWatch;
  readonly tools: Tools;
  readonly manifest: string;
  readonly language: Language;
}

export function App({ host, watch, tools, manifest, language: first }: AppProps): ReactElement {
  const { workbook } = host;
  const [language, setLanguage] = useState(first);
  const [message, setMessage] = useState('');
  const words = WORDS[language];
  const addin = readManifest(manifest, OFFICE_TAGS[language]);
  const pane = usePane(host, addin, OFFICE_TAGS[language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);

  const open = async (files: readonly File[]) => setMessage(await tools.openFiles(files, words));
  const press = ({ functionName, id }: RibbonButton) =>
    functionName === undefined ? pane.toggle() : pane.runCommand(functionName, id);
  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void open([...event.dataTransfer.files]);
    },
  };
  return (
    <div className="workbench" {...drop}>
      <Ribbon
        {...{ words, addin, language }}
        bookName={workbook.name}
        onLanguage={(next) => {
          tools.rememberLanguage(next);
          setLanguage(next);
        }}
        onOpen={(files) => void open(files)}
        onSamples={() => void tools.openSamples(words).then(setMessage)}
        onSave={() => void tools.save()}
        onCommand={press}
        isPaneOpen={pane.isOpen}
        isReady={pane.isReady}
        isBusy={pane.isBusy}
      />
      <div className="desk">
        <SheetView {...{ workbook, watch, message, words }} />
        <PaneFrame pane={pane} addinName={addin.name} words={words} />
      </div>
    </div>
  );
}

interface SheetViewProps {
  readonly workbook: Workbook;
  readonly watch: WorkbookWatch;
  readonly message: string;
  readonly words: (typeof WORDS)[Language];
}

function SheetView({ workbook, watch, message, words }: SheetViewProps): ReactElement {
  const { content } = useRevision(watch);
  const [before, setBefore] = useState<{ readonly sheet: Sheet; readonly selected: Selected } | undefined>();
  const [editing, setEditing] = useState<Editing | undefined>();
  const sheet = workbook.activeSheet;
  const selected = selectedOn(sheet, before?.sheet === sheet ? before.selected : undefined);
  if (before?.sheet !== sheet || before.selected !== selected) setBefore({ sheet, selected });
  const select = (next: Selected) => {
    if (editing) commitEdit(sheet, selected, editing);
    setEditing(undefined);
    setBefore({ sheet, selected: next });
    workbook.select(sheet, selectedArea(next));
  };
  const shared = { sheet, selected, editing, onEdit: setEditing, words };
  return (
    <main className="book">
      <FormulaBar {...shared} />
      <SheetGrid {...shared} content={content} onSelect={select} />
      <SheetTabs workbook={workbook} active={sheet} words={words} />
      <StatusBar {...{ sheet, content, selected, message, words }} />
    </main>
  );
}
