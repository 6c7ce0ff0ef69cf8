// Workbook, the root of every path, with Application, settings and document properties.
import { asFlag, asOneOf, asText, found, wireObject } from '../wire-object.ts';
import type { WireClass, WireObject, WireProperty } from '../wire-object.ts';
import { cellArea } from '../model/area.ts';
import type { Workbook } from '../model/shape.ts';
import { entriesClass } from './key-value-members.ts';
import { namesOf } from './named-item-members.ts';
import { connect, rangeOf } from './links.ts';
import { rangeClass } from './range-members.ts';
import { RangeTarget } from './range-target.ts';
import { tablesOf } from './table-members.ts';
import { worksheetClass, worksheetsClass } from './worksheet-members.ts';

export const applicationClass: WireClass<Workbook> = {
  name: 'Application',
  properties: {
    calculationMode: {
      get: (workbook) => workbook.calculationMode,
      set: (workbook, value) => {
        workbook.calculationMode = asOneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      },
    },
    calculationEngineVersion: { get: () => 191_029 },
    calculationState: { get: () => 'Done' },
    decimalSeparator: { get: () => '.' },
    thousandsSeparator: { get: () => ',' },
    useSystemSeparators: { get: () => true },
  },
  links: {},
  methods: {
    calculate: (workbook, args) => {
      asText(args.raw(0));
      workbook.revision++;
    },
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
  gaps: ['iterativeCalculation', 'ribbon', 'cultureInfo'],
};

export const settings = entriesClass<Workbook>({
  collection: 'SettingCollection',
  item: 'Setting',
  id: '_Id',
  checkValue: (value) => value ?? null,
  entries: (workbook) => workbook.settings,
  changed: (workbook) => workbook.changed({ kind: 'settings' }),
});

const kindOf = (value: unknown): string =>
  ({ number: 'Number', boolean: 'Boolean', string: 'String' })[typeof value as 'number'] ?? 'String';

export const customDocumentProperties = entriesClass<Workbook>({
  collection: 'CustomPropertyCollection',
  item: 'CustomProperty',
  id: '_Id',
  checkValue: (value) => found(value),
  entries: (workbook) => workbook.customProperties,
  changed: (workbook) => workbook.changed({ kind: 'properties' }),
  extra: (value) => ({ type: kindOf(value) }),
  extraNames: ['type'],
});

const told = (key: string, otherwise: unknown, isWritable = true): WireProperty<Workbook> => ({
  get: ({ properties }) => properties.get(key) ?? otherwise,
  ...(isWritable
    ? {
        set: (workbook: Workbook, value: unknown) => {
          workbook.properties.set(key, value);
          workbook.changed({ kind: 'properties' });
        },
      }
    : {}),
});

export const documentPropertiesClass: WireClass<Workbook> = {
  name: 'DocumentProperties',
  properties: {
    title: told('title', ''),
    subject: told('subject', ''),
    author: told('author', ''),
    keywords: told('keywords', ''),
    comments: told('comments', ''),
    category: told('category', ''),
    manager: told('manager', ''),
    company: told('company', ''),
    revisionNumber: told('revisionNumber', 0),
    lastAuthor: told('lastAuthor', '', false),
  },
  links: { custom: (workbook) => wireObject(customDocumentProperties.collection, workbook) },
  methods: {},
  gaps: ['creationDate'],
};

export const runtimeClass: WireClass<Workbook> = {
  name: 'Runtime',
  properties: {
    enableEvents: {
      get: (workbook) => workbook.eventsEnabled,
      set: (workbook, value) => {
        workbook.eventsEnabled = asFlag(value);
      },
    },
  },
  links: {},
  methods: {},
};

function selected(workbook: Workbook): WireObject {
  const sheet = workbook.activeSheet;
  return rangeOf(new RangeTarget(sheet, sheet.selection));
}

function activeCell({ activeSheet }: Workbook): WireObject {
  return rangeOf(new RangeTarget(activeSheet, cellArea(activeSheet.selection.row, activeSheet.selection.column)));
}

export const workbookClass: WireClass<Workbook> = {
  name: 'Workbook',
  properties: {
    name: { get: (workbook) => workbook.name },
    readOnly: { get: () => false },
    isDirty: {
      get: (workbook) => workbook.isDirty,
      set: (workbook, value) => {
        workbook.isDirty = asFlag(value);
      },
    },
    calculationEngineVersion: { get: () => 191_029 },
    autoSave: { get: () => false },
    previouslySaved: { get: () => true },
  },
  links: {
    worksheets: (workbook) => wireObject(worksheetsClass, workbook),
    tables: (workbook) => tablesOf(workbook, undefined),
    names: (workbook) => namesOf(workbook, undefined),
    application: (workbook) => wireObject(applicationClass, workbook),
    settings: (workbook) => wireObject(settings.collection, workbook),
    properties: (workbook) => wireObject(documentPropertiesClass, workbook),
    _Runtime: (workbook) => wireObject(runtimeClass, workbook),
  },
  methods: {
    getSelectedRange: selected,
    getActiveCell: activeCell,
    _GetReferenceCount: () => 0,
  },
  gaps: 'bindings functions _V1Api pivotTables customXmlParts internalTest styles protection dataConnections comments slicers tableStyles pivotTableStyles slicerStyles timelineStyles queries linkedWorkbooks chartDataPointTrack usePrecisionAsDisplayed'.split(
    ' ',
  ),
};

connect({
  range: (target) => wireObject(rangeClass, target),
  worksheet: (sheet) => wireObject(worksheetClass, sheet),
});

export const workbookOf = (workbook: Workbook): WireObject => wireObject(workbookClass, workbook);
