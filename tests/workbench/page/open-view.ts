// The left half of the workbench in jsdom, with frames that follow each other at once.
import './browser-gaps.ts';
import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createElement } from 'react';
import type { Sheet } from '../../../workbench/host/model/shape.ts';
import { SheetView } from '../../../workbench/page/sheet-view.tsx';
import { watchWorkbook } from '../../../workbench/page/use-workbook.ts';
import { WORDS } from '../../../workbench/page/words.ts';

export const words = WORDS.en;

export interface View {
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Whatever changes the workbook from outside the page, as the pane does. */
  readonly outside: (change: () => void) => void;
  readonly address: () => string;
  readonly formula: () => string;
  readonly shown: (address: string) => string | undefined;
}

export function openView({ workbook }: Sheet): View {
  const watch = watchWorkbook(workbook, (work) => work());
  const { container } = render(createElement(SheetView, { workbook, watch, message: '', words }));
  const valueOf = (label: string) => container.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value ?? '';
  return {
    user: userEvent.setup(),
    outside: (change) => act(change),
    address: () => valueOf(words.nameBox),
    formula: () => valueOf(words.formulaBar),
    shown: (address) => container.querySelector(`[data-cell=${address}]`)?.textContent ?? undefined,
  };
}
