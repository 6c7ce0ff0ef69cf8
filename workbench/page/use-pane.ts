// The pane in the page: connected anew for each language, shown or hidden, running a command or not.
import { useEffect, useState } from 'react';
import type { ExcelHost } from '../host/excel-host.ts';
import type { PaneConnection } from './pane-connection.ts';
import { connectPane } from './pane-connection.ts';
import type { AddinFacts } from './read-manifest.ts';

export interface Pane {
  readonly connection: PaneConnection | undefined;
  readonly isOpen: boolean;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly toggle: () => void;
  readonly runCommand: (functionName: string, controlId: string) => void;
}

export function usePane(host: ExcelHost, addin: AddinFacts, languageTag: string): Pane {
  const [connection, setConnection] = useState<PaneConnection | undefined>();
  const [isOpen, setOpen] = useState(true);
  const [isReady, setReady] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const next = connectPane(host, addin, languageTag, {
      onReady: () => setReady(true),
      onShow: setOpen,
      onCommandCompleted: () => setBusy(false),
    });
    setConnection(next);
    setReady(false);
    setBusy(false);
    return next.close;
    // The add-in's facts differ by language only, so the language stands for them.
  }, [host, languageTag]);
  return {
    ...{ connection, isOpen, isReady, isBusy },
    toggle: () => setOpen((open) => !open),
    runCommand: (functionName, controlId) => {
      setBusy(true);
      connection?.runCommand(functionName, controlId);
    },
  };
}
