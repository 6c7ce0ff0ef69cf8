// AutoFilter of a sheet or of a table, and the Filter of one table column: criteria are kept, rows are not hidden.
import type { Area } from '../model/area.ts';
import type { Sheet, Table } from '../model/shape.ts';
import type { WireClass, WireObject } from '../wire-object.ts';
import { found, wireObject } from '../wire-object.ts';
import { rangeOf } from './links.ts';
import { rangeArgument, RangeTarget } from './range-target.ts';

interface Filtered {
  readonly sheet: Sheet;
  readonly table?: Table;
}

interface State {
  readonly area: Area;
  readonly criteria: Map<number, unknown>;
}

function state({ sheet, table }: Filtered): State | undefined {
  if (!table) return sheet.autoFilter;
  return table.showFilterButton ? { area: table.area, criteria: table.filters } : undefined;
}

const rangeBehind = (it: Filtered): WireObject | null => {
  const area = state(it)?.area;
  return area ? rangeOf(new RangeTarget(it.sheet, area)) : null;
};

function listed(it: Filtered): unknown[] {
  const { area, criteria } = state(it) ?? { area: { columns: 0 }, criteria: new Map<number, unknown>() };
  return Array.from({ length: area.columns }, (_, index) => criteria.get(index) ?? null);
}

export const autoFilterClass: WireClass<Filtered> = {
  name: 'AutoFilter',
  properties: {
    enabled: { get: (it) => state(it) !== undefined },
    isDataFiltered: { get: (it) => (state(it)?.criteria.size ?? 0) > 0 },
    criteria: { get: listed },
  },
  links: {},
  methods: {
    apply: (it, args) => {
      const { area } = rangeArgument(new RangeTarget(it.sheet, { row: 0, column: 0, rows: 1, columns: 1 }), args, 0);
      if (!it.table) it.sheet.autoFilter = { area, criteria: new Map() };
      if (args.has(1)) found(state(it)).criteria.set(args.integer(1), args.raw(2));
    },
    clearCriteria: (it) => state(it)?.criteria.clear(),
    clearColumnCriteria: (it, args) => void state(it)?.criteria.delete(args.integer(0)),
    reapply: () => undefined,
    remove: ({ sheet, table }) => {
      if (table) table.showFilterButton = false;
      else sheet.autoFilter = undefined;
    },
    getRange: (it) => found(rangeBehind(it)),
    getRangeOrNullObject: rangeBehind,
  },
};

export const autoFilterOf = (it: Filtered): WireObject => wireObject(autoFilterClass, it);

interface ColumnFilter {
  readonly table: Table;
  readonly index: number;
}

export const filterClass: WireClass<ColumnFilter> = {
  name: 'Filter',
  properties: { criteria: { get: ({ table, index }) => table.filters.get(index) } },
  links: {},
  methods: {
    apply: ({ table, index }, args) => void table.filters.set(index, args.raw(0)),
    applyValuesFilter: ({ table, index }, args) =>
      void table.filters.set(index, { filterOn: 'Values', values: args.raw(0) }),
    applyCustomFilter: ({ table, index }, args) =>
      void table.filters.set(index, {
        filterOn: 'Custom',
        criterion1: args.raw(0),
        criterion2: args.raw(1),
        operator: args.text(2, 'And'),
      }),
    clear: ({ table, index }) => void table.filters.delete(index),
  },
};
