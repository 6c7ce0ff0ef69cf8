// A settings file: everything in it is kept or, when one thing is refused, nothing.
import type { EnterItemCosts, EnterRates } from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { addItemCosts } from './enter-item-costs.ts';
import { addRates } from './enter-rates.ts';
import { addSettings, type SettingToSave } from './save-setting.ts';

export interface SettingsFile {
  readonly settings: readonly SettingToSave[];
  readonly rates: EnterRates;
  readonly costs: EnterItemCosts;
}

/** In the order in which they depend on one another: what goods cost is in the base currency. */
export function saveSettingsFile(books: Books, { settings, rates, costs }: SettingsFile): Promise<void> {
  return books.database.transaction(books.company, async (tx) => {
    await addSettings(tx, settings, books.now);
    await addRates(tx, rates, books.now());
    await addItemCosts(tx, costs, books.now());
  });
}
