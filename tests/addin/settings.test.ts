// Settings: which half is kept where, and that nothing a workbook brings can mislead the pane.
import {
  daysOf,
  DEFAULT_SETTINGS,
  displayLanguage,
  loadSettings,
  saveSettings,
  shopName,
} from '../../addin/settings.ts';

const store = (workbook: unknown, machine: string | null) => {
  const kept: { workbook: unknown; machine: string | null } = { workbook, machine };
  return {
    kept,
    readFromWorkbook: () => kept.workbook,
    readFromMachine: () => kept.machine,
    writeToMachine: (text: string) => {
      kept.machine = text;
    },
    writeToWorkbook: (value: object) => {
      kept.workbook = value;
      return Promise.resolve();
    },
  };
};

test('what is saved is loaded again', async () => {
  const settings = {
    serverAddress: 'https://books.example',
    accessKey: 'not-a-real-key',
    author: '王會計',
    language: 'en',
    shops: { 'shopee-tw': '一號店' },
    payoutTermDays: 21,
  } as const;
  const places = store(null, null);
  await saveSettings(places, settings);
  expect(loadSettings(places)).toEqual(settings);
});

test('the key and the address never go into the workbook', async () => {
  const places = store(null, null);
  await saveSettings(places, {
    ...DEFAULT_SETTINGS,
    accessKey: 'not-a-real-key',
    serverAddress: 'https://books.example',
  });
  expect(JSON.stringify(places.kept.workbook)).not.toMatch(/not-a-real-key|books\.example/);
});

test('a workbook from elsewhere cannot say where the key is sent', () => {
  const foreign = { serverAddress: 'https://thief.example', accessKey: 'x', language: 'en' };
  expect(loadSettings(store(foreign, null))).toEqual(DEFAULT_SETTINGS);
});

test.each([
  ['nothing kept', null, null],
  ['a damaged machine part', null, '{"lang'],
  ['values of the wrong kind', { shops: 'x', payoutTermDays: 'soon' }, '[1,2]'],
  ['a term out of range', { payoutTermDays: 1_000 }, 'null'],
])('%s gives the defaults', (_, workbook, machine) => {
  expect({ ...loadSettings(store(workbook, machine)), shops: {} }).toEqual(DEFAULT_SETTINGS);
});

test.each([
  ['14', 14],
  [0, 0],
  [365, 365],
  ['', null],
  [366, null],
  [-1, null],
  [1.5, null],
  ['x', null],
])('%p days are read as %p', (value, days) => {
  expect(daysOf(value)).toBe(days);
});

test.each([
  ['auto', 'zh-HK', 'zh-TW'],
  ['auto', 'zh-CN', 'zh-CN'],
  ['auto', 'de-DE', 'en'],
  ['zh-TW', 'en-US', 'zh-TW'],
] as const)('language %s in an Office that speaks %s is %s', (language, office, expected) => {
  expect(displayLanguage({ ...DEFAULT_SETTINGS, language }, office)).toBe(expected);
});

test('a shop without a name bears its platform’s', () => {
  expect(shopName({ ...DEFAULT_SETTINGS, shops: { a: ' 一號店 ', b: ' ' } }, 'a')).toBe('一號店');
  expect(shopName({ ...DEFAULT_SETTINGS, shops: { a: '一號店', b: ' ' } }, 'b')).toBe('b');
});
