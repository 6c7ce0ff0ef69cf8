// One loading of the real task pane: its frame, the host that answers it, and what it asks of the window around it.
// Another language or workbook is another connection, because Office.js keeps what it learnt at its start.
import type { ExcelHost } from '../host/excel-host.ts';
import type { PaneMessage } from '../host/page-protocol.ts';
import { createPageHost } from '../host/page-protocol.ts';
import type { AddinFacts } from './read-manifest.ts';

export interface PaneConnection {
  readonly id: string;
  readonly frameName: string;
  readonly address: string;
  readonly setFrame: (frame: HTMLIFrameElement | null) => void;
  readonly runCommand: (functionName: string, controlId: string) => void;
  readonly close: () => void;
}

export interface PaneEvents {
  /** The pane has associated its commands: the ribbon may be pressed. */
  readonly onReady: () => void;
  /** The add-in wants its pane shown (`Office.addin.showAsTaskpane`) or hidden. */
  readonly onShow: (shown: boolean) => void;
  readonly onCommandCompleted: () => void;
}

/** Where the server gives the pane with Microsoft's client from this computer instead of from the CDN. */
const PANE = '/workbench/taskpane.html';

export function connectPane(
  host: ExcelHost,
  addin: AddinFacts,
  languageTag: string,
  events: PaneEvents,
): PaneConnection {
  const id = crypto.randomUUID();
  let frame: HTMLIFrameElement | null = null;
  const { origin } = window.location;
  const pageHost = createPageHost({
    host,
    appContext: {
      addinId: addin.id,
      conversationId: id,
      hostOrigin: origin,
      paneOrigin: origin,
      displayLanguage: languageTag,
      requirementSets: addin.requirementSets,
    },
    pane: () => frame?.contentWindow ?? null,
    messages: window,
    onCommandCompleted: events.onCommandCompleted,
  });
  const listen = ({ data, source }: PaneMessage) => {
    if (source === frame?.contentWindow && typeof data === 'string') tell(data, events);
  };
  window.addEventListener('message', listen);
  return {
    id,
    frameName: pageHost.frameName,
    address: `${PANE}?${pageHost.frameQuery}`,
    setFrame: (element) => {
      frame = element;
    },
    runCommand: (functionName, controlId) => void pageHost.runCommand(functionName, controlId),
    close: () => {
      window.removeEventListener('message', listen);
      pageHost.dispose();
    },
  };
}

/** Services of the window around the pane, not of the workbook; the host answers them, here they take effect. */
function tell(message: string, { onReady, onShow }: PaneEvents): void {
  if (/NotifyActionHandlerReady/i.test(message)) onReady();
  const state = /SetAppRuntimeState.*?(Visible|Background)/i.exec(message)?.[1];
  if (state) onShow(state === 'Visible');
}
