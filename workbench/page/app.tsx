// The workbench as one page: ribbon, formula bar, grid and tabs on the left; the real task pane on the right.
import type { DragEvent, ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { Language } from '../../core/language.ts';
import type { ExcelHost } from '../host/excel-host.ts';
import { PaneFrame } from './pane-frame.tsx';
import type { RibbonButton } from './read-manifest.ts';
import { readManifest } from './read-manifest.ts';
import { Ribbon } from './ribbon.tsx';
import { SheetView } from './sheet-view.tsx';
import type { Tools } from './tools.ts';
import { usePane } from './use-pane.ts';
import type { WorkbookWatch } from './use-workbook.ts';
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
