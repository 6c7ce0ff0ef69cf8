// Above the grid: what this page is, the manifest's own buttons as Excel would show them, and the workbench's few tools.
import type { ReactElement } from 'react';
import { useRef } from 'react';
import type { Language } from '../../core/language.ts';
import { LANGUAGES } from '../../core/language.ts';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import type { AddinFacts, RibbonButton } from './read-manifest.ts';
import { LANGUAGE_NAMES } from './words.ts';
import type { Words } from './words.ts';

export interface RibbonProps {
  readonly words: Words;
  readonly addin: AddinFacts;
  readonly bookName: string;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onOpen: (files: readonly File[]) => void;
  readonly onSamples: () => void;
  readonly onSave: () => void;
  readonly onCommand: (button: RibbonButton) => void;
  readonly isPaneOpen: boolean;
  /** Commands wait until the pane's page has started, and while one runs. */
  readonly isReady: boolean;
  readonly isBusy: boolean;
}

export function Ribbon(props: RibbonProps): ReactElement {
  const { words, bookName } = props;
  return (
    <header>
      <div className="title-bar">
        <img src="/assets/icon.svg" alt="" width="20" height="20" />
        <h1>{words.title}</h1>
        <span className="badge">{words.preview}</span>
        <span className="book-name">{bookName}</span>
        <p className="not-excel">{words.notExcel}</p>
      </div>
      <div className="ribbon" role="toolbar" aria-label={words.ribbon}>
        <AddinGroup {...props} />
        <FileGroup {...props} />
        <LanguageChoice {...props} />
      </div>
    </header>
  );
}

function AddinGroup({ addin, onCommand, isPaneOpen, isReady, isBusy, words }: RibbonProps): ReactElement {
  return (
    <div className="group" role="group" aria-label={addin.groupLabel}>
      {addin.buttons.map((button) => {
        const isCommand = button.functionName !== undefined;
        return (
          <button
            key={button.id}
            className={isCommand ? 'tool main' : 'tool'}
            title={button.tip}
            disabled={isCommand && (!isReady || isBusy)}
            aria-pressed={isCommand ? undefined : isPaneOpen}
            onClick={() => onCommand(button)}
          >
            <Icon name={isCommand ? 'reconcile' : 'pane'} />
            {isCommand && isBusy ? words.busy : button.label}
          </button>
        );
      })}
    </div>
  );
}

function FileGroup({ words, onOpen, onSamples, onSave }: RibbonProps): ReactElement {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="group" role="group" aria-label={words.file}>
      <Tool icon="open" label={words.open} tip={words.openTip} onClick={() => picker.current?.click()} />
      <Tool icon="samples" label={words.samples} tip={words.samplesTip} onClick={onSamples} />
      <Tool icon="save" label={words.save} tip={words.saveTip} onClick={onSave} />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        aria-label={words.open}
        accept=".xlsx,.xlsm,.csv,.txt,.tsv"
        onChange={({ target }) => {
          onOpen([...(target.files ?? [])]);
          target.value = ''; // so that the same file can be opened again
        }}
      />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly tip: string;
  readonly onClick: () => void;
}

function Tool({ icon, label, tip, onClick }: ToolProps): ReactElement {
  return (
    <button className="tool" title={tip} onClick={onClick}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

function LanguageChoice({ words, language, onLanguage }: RibbonProps): ReactElement {
  return (
    <label className="language">
      {words.language}
      <select value={language} onChange={({ target }) => onLanguage(target.value as Language)}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
