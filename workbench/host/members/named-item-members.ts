// NamedItem and its collections, of the workbook or of one sheet.
import type { NamedItem, Sheet, Workbook } from '../model/shape.ts';
import type { WireClass, WireObject } from '../wire-object.ts';
import { asFlag, asText, found, wireObject } from '../wire-object.ts';
import { rangeOf } from './links.ts';
import { RangeTarget } from './range-target.ts';
import { worksheetOf } from './links.ts';

interface Name {
  readonly workbook: Workbook;
  readonly it: NamedItem;
}

interface Names {
  readonly workbook: Workbook;
  readonly scope: Sheet | undefined;
}

function rangeBehind({ workbook, it }: Name): WireObject | null {
  const place = workbook.names.cells(it);
  return place ? rangeOf(new RangeTarget(place.sheet, place.area)) : null;
}

export const namedItemClass: WireClass<Name> = {
  name: 'NamedItem',
  properties: {
    name: { get: ({ it }) => it.name },
    type: { get: ({ workbook, it }) => (workbook.names.cells(it) ? 'Range' : 'String') },
    value: { get: ({ it }) => it.formula.slice(1) },
    formula: {
      get: ({ it }) => it.formula,
      set: ({ it }, value) => {
        it.formula = asText(value);
      },
    },
    comment: {
      get: ({ it }) => it.comment,
      set: ({ it }, value) => {
        it.comment = asText(value);
      },
    },
    visible: {
      get: ({ it }) => it.visible,
      set: ({ it }, value) => {
        it.visible = asFlag(value);
      },
    },
    scope: { get: ({ it }) => (it.scope ? 'Worksheet' : 'Workbook') },
  },
  links: {
    worksheet: ({ it }) => worksheetOf(found(it.scope)),
    worksheetOrNullObject: ({ it }) => (it.scope ? worksheetOf(it.scope) : null),
  },
  methods: {
    delete: ({ workbook, it }) => workbook.names.remove(it),
    getRange: (name) => found(rangeBehind(name)),
    getRangeOrNullObject: rangeBehind,
  },
  id: { field: '_Id', of: ({ it }) => it.name },
  gaps: ['arrayValues'],
};

const wired = (workbook: Workbook, it: NamedItem | undefined): WireObject | null =>
  it ? wireObject(namedItemClass, { workbook, it }) : null;

export const namesClass: WireClass<Names> = {
  name: 'NamedItemCollection',
  properties: {},
  links: {},
  methods: {
    add: ({ workbook, scope }, args) => {
      const target = args.object(1)?.target;
      const formula = target instanceof RangeTarget ? target.sheet.address(target.area) : args.text(1);
      return wired(workbook, workbook.names.add(args.text(0), formula, args.text(2, ''), scope));
    },
    getCount: ({ workbook, scope }) => workbook.names.all(scope).length,
    getItem: ({ workbook, scope }, args) => found(wired(workbook, workbook.names.find(args.text(0), scope))),
    getItemOrNullObject: ({ workbook, scope }, args) => wired(workbook, workbook.names.find(args.text(0), scope)),
  },
  items: ({ workbook, scope }) => workbook.names.all(scope).flatMap((it) => wired(workbook, it) ?? []),
  item: ({ workbook, scope }, key) => wired(workbook, workbook.names.find(key, scope)),
};

export const namesOf = (workbook: Workbook, scope: Sheet | undefined): WireObject =>
  wireObject(namesClass, { workbook, scope });
