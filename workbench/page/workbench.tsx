// Where the workbench starts: an empty workbook, the sample pair in it, our host behind it, the page around it.
import { createRoot } from 'react-dom/client';
import manifest from '../../manifest.xml?raw';
import type { Language } from '../../core/language.ts';
import { LANGUAGES, languageOf } from '../../core/language.ts';
import { ExcelHost } from '../host/excel-host.ts';
import { Workbook } from '../host/model/workbook.ts';
import { App } from './app.tsx';
import { createTools } from './tools.ts';
import { watchWorkbook } from './use-workbook.ts';
import { WORDS } from './words.ts';

function startLanguage(): Language {
  const asked = new URL(window.location.href).searchParams.get('lang');
  return LANGUAGES.find((language) => language === asked) ?? languageOf(navigator.language);
}

async function start(place: Element): Promise<void> {
  const language = startLanguage();
  const workbook = new Workbook({ name: 'clearsheet.xlsx', sheetNames: [] });
  const tools = createTools(workbook);
  const watch = watchWorkbook(workbook, (work) => void requestAnimationFrame(work));
  await tools.openSamples(WORDS[language]);
  if (workbook.sheets.all().length === 0) workbook.sheets.add();
  const host = new ExcelHost(workbook);
  createRoot(place).render(<App {...{ host, watch, tools, manifest, language }} />);
}

const place = document.getElementById('workbench');
if (place) void start(place);
