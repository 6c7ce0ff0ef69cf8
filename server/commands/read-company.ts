// The company as its books are kept: settings of whatever time, with the places of its shops beside them. Who draws
// vouchers reads the settings through here.
import { z } from 'zod';
import { type Company, DEFAULT_COMPANY } from '../../core/company.ts';
import { companySettingsSchema } from '../../core/team-settings.ts';
import type { Statements } from '../store/database.ts';
import { shopPlaces } from '../store/shops.ts';
import { currentSettings } from '../store/team-settings.ts';

/** @returns what reads the content of a setting as it is kept; undefined where none was. It throws on anything else. */
export async function companyReader(tx: Statements): Promise<(content: unknown) => Company> {
  const places = await shopPlaces(tx);
  return (content) => {
    const settings = content === undefined ? DEFAULT_COMPANY : z.decode(companySettingsSchema, content);
    return { ...settings, shopPlaces: places };
  };
}

/** As it is set now. */
export async function currentCompany(tx: Statements): Promise<Company> {
  const [setting] = await currentSettings(tx, 'company');
  return (await companyReader(tx))(setting?.content);
}
