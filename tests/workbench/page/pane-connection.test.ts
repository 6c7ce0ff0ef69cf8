/** @jest-environment jsdom */
// The pane beside the grid: how its frame is told who hosts it, and what it may ask of the window around it.
import './browser-gaps.ts';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createElement, useState } from 'react';
import { ExcelHost } from '../../../workbench/host/excel-host.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { PaneFrame } from '../../../workbench/page/pane-frame.tsx';
import type { AddinFacts } from '../../../workbench/page/read-manifest.ts';
import type { Pane } from '../../../workbench/page/use-pane.ts';
import { usePane } from '../../../workbench/page/use-pane.ts';
import { WORDS } from '../../../workbench/page/words.ts';

const words = WORDS.en;
const addin: AddinFacts = {
  ...{ id: 'addin-1', name: 'Clearsheet', groupLabel: 'Clearsheet', buttons: [] },
  requirementSets: { ExcelApi: '1.14' },
};

interface Message {
  readonly _actionName: string;
  readonly _data: unknown;
}

const askOffice = (method: string, ...inputs: string[]) => ({
  DdaMethod: { DispatchId: 93 },
  ArrayData: [
    ...['', 'POST', 'ProcessQuery', []],
    JSON.stringify({ Actions: [], ObjectPaths: {}, Name: method, ArgumentInfo: { Arguments: inputs } }),
  ],
});

function openPane() {
  const host = new ExcelHost(new Workbook());
  let pane: Pane | undefined;
  let speak: (tag: string) => void = () => undefined;
  const Place = () => {
    const [tag, setTag] = useState('zh-TW');
    speak = setTag;
    pane = usePane(host, addin, tag);
    return createElement(PaneFrame, { pane, addinName: addin.name, words });
  };
  render(createElement(Place));
  const frame = () => screen.getByTitle<HTMLIFrameElement>(words.pane);
  return {
    frame,
    pane: () => {
      if (!pane) throw new Error('nothing was rendered');
      return pane;
    },
    speak: (tag: string) => act(() => speak(tag)),
    /** The pane posts to the page, as Office.js does; the answers posted back are returned. */
    post: (name: string, data: unknown, from: unknown = frame().contentWindow): Message[] => {
      const answers: Message[] = [];
      const window_ = frame().contentWindow;
      if (window_) window_.postMessage = (text: unknown) => void answers.push(JSON.parse(String(text)) as Message);
      const _conversationId = String((JSON.parse(frame().name) as { xdmInfo: string }).xdmInfo.split('|')[0]);
      const message = { _messageType: 0, _actionType: 0, _actionName: name, _correlationId: 1, _conversationId };
      const text = JSON.stringify({ ...message, _data: data });
      const { origin } = window.location;
      act(() => void window.dispatchEvent(new MessageEvent('message', { data: text, origin, source: from as Window })));
      return answers;
    },
  };
}

test("the frame's name tells Office.js who hosts it, before the page in it is asked for", () => {
  const { frame } = openPane();
  const name = JSON.parse(frame().name) as Record<string, string>;
  expect(name['hostInfo']).toContain('Excel$Web$');
  expect(name['xdmInfo']).toMatch(/^[0-9a-f-]{36}\|addin-1\|http:\/\/localhost$/);
  expect(frame().getAttribute('src')).toMatch(/^\/workbench\/taskpane\.html\?_host_Info=Excel/);
});

test("the host declares the manifest's requirement sets in the user's language", () => {
  const { post } = openPane();
  const [answer] = post('ContextActivationManager_getAppContextAsync', 'addin-1');
  expect(answer?._data).toMatchObject({ _appUILocale: 'zh-TW', _requirementMatrix: '{"ExcelApi":"1.14"}' });
});

test('messages of other windows are neither answered nor believed', () => {
  const { post, pane } = openPane();
  post('executeMethod', askOffice('NotifyActionHandlerReady'), window);
  expect(pane().isReady).toBe(false);
  expect(post('ContextActivationManager_getAppContextAsync', 'addin-1', window)).toEqual([]);
});

test('another language loads the pane anew, as another conversation', () => {
  const { frame, speak, post } = openPane();
  const conversation = () => /"xdmInfo":"([^|]*)/.exec(frame().name)?.[1];
  const before = conversation();
  speak('en-US');
  expect(conversation()).not.toBe(before);
  expect(frame().name).toContain('en-US');
  const [answer] = post('ContextActivationManager_getAppContextAsync', 'addin-1');
  expect(answer?._data).toMatchObject({ _appUILocale: 'en-US' });
});

test('the ribbon may be pressed when the add-in says that its commands are there', () => {
  const { pane, post } = openPane();
  expect(pane().isReady).toBe(false);
  post('executeMethod', askOffice('NotifyActionHandlerReady'));
  expect(pane().isReady).toBe(true);
});

test('a command runs in the pane and is busy until the add-in says it is done', () => {
  const { pane, post } = openPane();
  const said = post('ContextActivationManager_notifyHost', []);
  act(() => pane().runCommand('reconcileSheet', 'Clearsheet.Reconcile'));
  expect(said.at(-1)).toMatchObject({ _actionName: 'appCommandInvoked' });
  expect(JSON.stringify(said.at(-1)?._data)).toContain('reconcileSheet');
  expect(pane().isBusy).toBe(true);
  post('executeMethod', { DdaMethod: { DispatchId: 94 }, 0: 'command-1' });
  expect(pane().isBusy).toBe(false);
});

test('the user closes the pane and its page lives on; the add-in may show it again, or hide it', async () => {
  const { pane, frame, post } = openPane();
  const { name } = frame();
  await userEvent.click(screen.getByRole('button', { name: words.closePane }));
  expect([pane().isOpen, frame().name]).toEqual([false, name]);
  post('executeMethod', askOffice('SetAppRuntimeState', 'Visible'));
  expect(pane().isOpen).toBe(true);
  post('executeMethod', askOffice('SetAppRuntimeState', 'Background'));
  expect(pane().isOpen).toBe(false);
});
