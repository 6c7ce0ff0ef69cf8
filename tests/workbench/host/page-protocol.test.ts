// The messages between the page and Office.js, played by hand: what Office.js sends stands here word for word.
import { ExcelHost } from '../../../workbench/host/excel-host.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import type { MessageSource, PaneMessage } from '../../../workbench/host/page-protocol.ts';
import { createPageHost } from '../../../workbench/host/page-protocol.ts';

const ORIGIN = 'https://localhost:3443';

interface Answer {
  readonly _actionName: string;
  readonly _correlationId: number;
  readonly _responseType: number;
  readonly _data: unknown;
}

function play(limits = {}) {
  const posted: Answer[] = [];
  const listeners = new Set<(message: PaneMessage) => void>();
  const pane = { postMessage: (text: string) => void posted.push(JSON.parse(text) as Answer) };
  const messages: MessageSource = {
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
  };
  const completed: string[] = [];
  const unserved: number[] = [];
  const workbook = new Workbook();
  const page = createPageHost({
    host: new ExcelHost(workbook, limits),
    appContext: {
      addinId: 'addin-1',
      conversationId: 'conv-1',
      hostOrigin: ORIGIN,
      paneOrigin: ORIGIN,
      displayLanguage: 'zh-TW',
      requirementSets: { ExcelApi: '1.14' },
    },
    pane: () => pane,
    messages,
    onCommandCompleted: (id) => completed.push(id),
    onUnserved: (id) => unserved.push(id),
  });
  const send = (message: Partial<PaneMessage> & { data: unknown }) =>
    listeners.forEach((listener) => listener({ origin: ORIGIN, source: pane, ...message }));
  let serial = 0;
  const call = (actionName: string, data: unknown = {}, actionType = 0): Answer | undefined => {
    const request = { _messageType: 0, _actionName: actionName, _actionType: actionType, _conversationId: 'conv-1' };
    send({ data: JSON.stringify({ ...request, _correlationId: ++serial, _data: data }) });
    return posted.findLast((answer) => answer._correlationId === serial);
  };
  const execute = (dispatchId: number, fields: object = {}) =>
    call('executeMethod', { DdaMethod: { DispatchId: dispatchId }, ...fields })?._data;
  return { workbook, page, posted, listeners, completed, unserved, send, call, execute };
}

const query = (actions: readonly object[], paths: object) => ({
  ArrayData: ['', 'POST', 'ProcessQuery', [], JSON.stringify({ Actions: actions, ObjectPaths: paths }), 0, 1],
});
const ROOT = { 1: { Id: 1, ObjectPathType: 1, Name: '' } };

test('the frame gets the name by which Office.js knows its host', () => {
  const { page } = play();
  expect(JSON.parse(page.frameName)).toMatchObject({
    hostInfo: 'Excel$Web$16.01$zh-TW$$$$0',
    xdmInfo: `conv-1|addin-1|${ORIGIN}`,
    serializerVersion: '1',
  });
  expect(page.frameQuery).toBe('_host_Info=Excel$Web$16.01$zh-TW$$$$0');
});

test('the app context says which Excel this is, its language and its requirement sets', () => {
  const { call, workbook } = play();
  workbook.documentSettings.set('server', '"x"');
  expect(call('ContextActivationManager_getAppContextAsync', 'addin-1')?._data).toMatchObject({
    _id: 'addin-1',
    _appName: 16,
    _appUILocale: 'zh-TW',
    _settings: [['server', '"x"']],
    _requirementMatrix: '{"ExcelApi":"1.14"}',
  });
});

test('a notice to the host is answered by nothing, a registration by success', () => {
  const { call } = play();
  expect(call('ContextActivationManager_notifyHost', ['addin-1', 21])?._data).toBeNull();
  expect(call('richApiMessage', {}, 1)?._data).toEqual({ Error: 0 });
});

test('a batch is answered in the form the library unpacks', () => {
  const { execute } = play();
  const actions = [{ Id: 2, ActionType: 2, Name: '', ObjectPathId: 1, QueryInfo: { Select: ['name'] } }];
  expect(execute(93, query(actions, ROOT))).toEqual({
    Version: 1,
    Error: 0,
    Data: [200, [], '{"Results":[{"ActionId":2,"Value":{"Name":"Book1.xlsx"}}]}'],
  });
});

test.each([
  ['request', { requestBytes: 10 }, 5103],
  ['response', { responseBytes: 10 }, 5104],
])('a %s that is too large is refused by its number', (_what, limits, code) => {
  const { execute } = play(limits);
  const actions = [{ Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 }];
  expect(execute(93, query(actions, ROOT))).toEqual({ Version: 1, Error: code });
});

test('document settings are saved as a whole', () => {
  const { execute, workbook } = play();
  workbook.documentSettings.set('old', '1');
  expect(execute(76, { DdaSettingsMethod: { Properties: [['lang', '"en"']] } })).toEqual({ Version: 1, Error: 0 });
  expect([...workbook.documentSettings]).toEqual([['lang', '"en"']]);
});

test('document settings are read anew in the form a refresh expects', () => {
  const { execute, workbook } = play();
  workbook.documentSettings.set('lang', '"zh-TW"');
  expect(execute(75)).toEqual({ Version: 1, Error: 0, Properties: { Settings: [{ Name: 'lang', Value: '"zh-TW"' }] } });
});

test('a ribbon command is sent to the pane and its completion comes back', () => {
  const { page, posted, execute, completed } = play();
  const id = page.runCommand('reconcileSheet', 'button1');
  expect(posted.at(-1)).toMatchObject({
    _actionName: 'appCommandInvoked',
    _responseType: 1,
    _data: [id, 'reconcileSheet', '{"source":{"id":"button1"}}'],
  });
  execute(94, { 0: id, 1: 0 });
  expect(completed).toEqual([id]);
});

test('events asked for in a batch follow its answer', () => {
  const { execute, posted, workbook } = play();
  const paths = {
    ...ROOT,
    2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
    3: { Id: 3, ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['New'] } },
  };
  execute(
    93,
    query(
      [
        { Id: 4, ActionType: 3, Name: '_RegisterAddedEvent', ObjectPathId: 2, ArgumentInfo: { Arguments: [] } },
        { Id: 5, ActionType: 1, Name: '', ObjectPathId: 3 },
        { Id: 6, ActionType: 5, Name: 'Trace', ObjectPathId: 0 },
      ],
      paths,
    ),
  );
  expect(posted.map((message) => message._actionName)).toEqual(['executeMethod', 'richApiMessage']);
  const message = JSON.stringify({ worksheetId: workbook.sheet('New').id, source: 'Local' });
  expect(posted[1]?._data).toEqual({ ArrayData: [[65_536, 13, 'Workbook', message, 0, false]] });
});

test.each([
  ['another origin', { origin: 'https://elsewhere' }],
  ['another window', { source: {} }],
  ['text that is no message', { data: 'hello' }],
  ['a message of another conversation', { data: '{"_messageType":0,"_actionName":"x","_conversationId":"other"}' }],
])('%s is not answered', (_what, change) => {
  const { send, posted } = play();
  const data = JSON.stringify({ _messageType: 0, _actionName: 'x', _actionType: 0, _conversationId: 'conv-1' });
  send({ data, ...change });
  expect(posted).toEqual([]);
});

test('old calls the host does not serve are told to the page', () => {
  const { execute, unserved } = play();
  expect(execute(64)).toEqual({ Version: 1, Error: 0 });
  expect(unserved).toEqual([64]);
});

test('a disposed page answers no more', () => {
  const { page, listeners, posted, workbook } = play();
  page.dispose();
  workbook.subscriptions.set('13:Workbook', 1);
  workbook.sheets.add();
  expect([listeners.size, posted]).toEqual([0, []]);
});
