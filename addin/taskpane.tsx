// Where the add-in starts: Office gets ready, the session starts, the pane is drawn, the ribbon's command is connected.
import { type Root, createRoot } from 'react-dom/client';
import { type BusinessDate, dayOf } from '../core/business-date.ts';
import { associateCommands } from './commands.ts';
import { connectLater } from './connect-later.ts';
import { onSheetShown, showCell, showSheet } from './excel/go-to.ts';
import { lookAtWorkbook } from './excel/look-at-workbook.ts';
import { readSheet } from './excel/read-sheet.ts';
import type { writeSheets as WriteSheets } from './excel/write-sheets.ts';
import { createTranslator, speak } from './locale/locale.ts';
import { officeStore } from './office-store.ts';
import { PaneRoot } from './panes/pane-root.tsx';
import { darkTheme, isDark, lightTheme } from './panes/theme.ts';
import { Session } from './session.ts';

/** Only a click writes, so the code for it comes with the first one. */
const writeSheets: typeof WriteSheets = async (results, watch, wish) =>
  (await import('./excel/write-sheets.ts')).writeSheets(results, watch, wish);

const excel = { lookAtWorkbook, readSheet, writeSheets, showSheet, showCell, onSheetShown };

/** The calendar day on this machine. */
function today(): BusinessDate {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!day) throw new RangeError('The clock of this machine shows a year that cannot be right');
  return day;
}

/** Office tells its background on Windows and Mac; on the web the browser's wish counts. */
function prefersDark(): boolean {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme ? isDark(theme.bodyBackgroundColor) : matchMedia('(prefers-color-scheme: dark)').matches;
}

async function start(): Promise<Session> {
  await Office.onReady();
  const session = new Session({
    excel,
    connect: connectLater,
    store: officeStore,
    officeLanguage: Office.context.displayLanguage,
    today,
  });
  await draw(session);
  void session.start();
  return session;
}

async function draw(session: Session): Promise<void> {
  const place = document.getElementById('pane');
  if (!place) throw new Error('The page has no place for the pane');
  const translator = await createTranslator(session.getState().language);
  const root: Root = createRoot(place);
  root.render(<PaneRoot session={session} translator={translator} theme={prefersDark() ? darkTheme : lightTheme} />);
  const follow = () => {
    const { language } = session.getState();
    document.documentElement.lang = language;
    if (translator.language !== language) void speak(translator, language);
  };
  session.subscribe(follow);
  follow();
}

associateCommands(start());
