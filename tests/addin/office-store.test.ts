// Where Office keeps settings: the workbook's own, and this add-in's part of the browser's storage.
import { officeStore } from '../../addin/office-store.ts';

interface Saved {
  readonly status: string;
  readonly error?: { readonly message: string };
}

function officeWith(saved: Saved, partitionKey?: string) {
  const workbook = new Map<string, unknown>();
  const machine = new Map<string, string>();
  const settings = {
    get: (key: string) => workbook.get(key) ?? null,
    set: (key: string, value: unknown) => workbook.set(key, value),
    saveAsync: (callback: (result: Saved) => void) => callback(saved),
  };
  Object.assign(globalThis, {
    Office: { AsyncResultStatus: { Succeeded: 'succeeded' }, context: { document: { settings }, partitionKey } },
    localStorage: {
      getItem: (key: string) => machine.get(key) ?? null,
      setItem: (key: string, value: string) => machine.set(key, value),
    },
  });
  return { workbook, machine };
}

test('the workbook’s part is kept with the workbook', async () => {
  const { workbook } = officeWith({ status: 'succeeded' });
  await officeStore.writeToWorkbook({ payoutTermDays: 21 });
  expect([...workbook]).toEqual([['clearsheet.settings', { payoutTermDays: 21 }]]);
  expect(officeStore.readFromWorkbook()).toEqual({ payoutTermDays: 21 });
});

test('a workbook that cannot be written to is said so', async () => {
  officeWith({ status: 'failed', error: { message: 'read-only' } });
  await expect(officeStore.writeToWorkbook({})).rejects.toThrow('read-only');
});

test.each([
  [undefined, 'clearsheet.settings'],
  ['tenant-1', 'tenant-1.clearsheet.settings'],
])('with the partition %s the machine’s part is kept as %s', (partition, key) => {
  const { machine } = officeWith({ status: 'succeeded' }, partition);
  expect(officeStore.readFromMachine()).toBeNull();
  officeStore.writeToMachine('{"language":"en"}');
  expect([...machine]).toEqual([[key, '{"language":"en"}']]);
  expect(officeStore.readFromMachine()).toBe('{"language":"en"}');
});
