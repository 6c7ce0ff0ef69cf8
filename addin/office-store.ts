// Where Office keeps settings: in the document, and in the browser storage that Office gives to this add-in alone.
import type { SettingsStore } from './settings.ts';

const KEY = 'clearsheet.settings';

export const officeStore: SettingsStore = {
  readFromWorkbook: () => Office.context.document.settings.get(KEY) as unknown,
  writeToWorkbook: (value) => {
    Office.context.document.settings.set(KEY, value);
    return new Promise((resolve, reject) => {
      Office.context.document.settings.saveAsync((saved) => {
        if (saved.status === Office.AsyncResultStatus.Succeeded) resolve();
        else reject(new Error(saved.error.message));
      });
    });
  },
  readFromMachine: () => localStorage.getItem(machineKey()),
  writeToMachine: (text) => localStorage.setItem(machineKey(), text),
};

/** Excel on the web shares its storage among add-ins and tenants unless the key carries Office's partition. */
function machineKey(): string {
  const partition = Office.context.partitionKey as string | undefined;
  return partition ? `${partition}.${KEY}` : KEY;
}
