// Every class this host serves, by its names alone: a test holds them against the lists inside Microsoft's library.
import { autoFilterClass, filterClass } from './auto-filter-members.ts';
import { conditionalFormatClasses, conditionalFormatCollectionClass } from './conditional-format-members.ts';
import { namedItemClass, namesClass } from './named-item-members.ts';
import { borderClasses, formatClasses } from './range-format-members.ts';
import { rangeClass } from './range-members.ts';
import { rangeSortClass } from './range-sort-members.ts';
import { removeDuplicatesResultClass } from './remove-duplicates.ts';
import { tableClass, tablesClass, tableSortClass } from './table-members.ts';
import { tableColumnClass, tableColumnsClass, tableRowClass, tableRowsClass } from './table-part-members.ts';
import { validationClass } from './validation-members.ts';
import {
  applicationClass,
  customDocumentProperties,
  documentPropertiesClass,
  runtimeClass,
  settings,
  workbookClass,
} from './workbook-members.ts';
import {
  customProperties,
  freezePanesClass,
  protectionClass,
  worksheetClass,
  worksheetsClass,
} from './worksheet-members.ts';

export interface ClassNames {
  readonly name: string;
  readonly properties: object;
  readonly links: object;
  readonly methods: object;
  readonly gaps?: readonly string[];
}

export const allClasses: readonly ClassNames[] = [
  ...[workbookClass, applicationClass, documentPropertiesClass, runtimeClass],
  ...[settings, customDocumentProperties, customProperties].flatMap(({ collection, item }) => [collection, item]),
  ...[worksheetsClass, worksheetClass, freezePanesClass, protectionClass],
  ...[rangeClass, rangeSortClass, removeDuplicatesResultClass, validationClass],
  ...formatClasses,
  ...Object.values(borderClasses),
  ...conditionalFormatClasses,
  conditionalFormatCollectionClass,
  ...[tablesClass, tableClass, tableSortClass, autoFilterClass, filterClass],
  ...[tableColumnsClass, tableColumnClass, tableRowsClass, tableRowClass],
  ...[namesClass, namedItemClass],
];
