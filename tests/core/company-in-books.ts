// A company's settings with the places of its shops, as the books give them.
import type { Company, CompanySettings } from '../../core/company.ts';

/** @param shops keys, as they came into the books */
export function companyInBooks(settings: CompanySettings, shops: Iterable<string>): Company {
  return { ...settings, shopPlaces: new Map([...new Set(shops)].map((key, at) => [key, at + 1])) };
}
