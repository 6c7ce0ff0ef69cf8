// Conditional formats: custom, cell-value and text rules with their formats, kept as the client sent them, not painted.
import { HostError } from '../host-error.ts';
import { intersect } from '../model/area.ts';
import type { ConditionalFormat, Sheet } from '../model/shape.ts';
import type { WireClass, WireObject, WireProperty } from '../wire-object.ts';
import { asFlag, asRecord, asText, found, wireObject } from '../wire-object.ts';
import { rangeOf } from './links.ts';
import { RangeTarget } from './range-target.ts';

interface Rule {
  readonly sheet: Sheet;
  readonly it: ConditionalFormat;
}

const fromFormat = (key: string): WireProperty<Rule> => ({
  get: ({ it }) => it.format[key] ?? null,
  set: ({ it }, value) => {
    it.format[key] = value;
  },
});

const fill: WireClass<Rule> = {
  name: 'ConditionalRangeFill',
  properties: { color: fromFormat('fillColor') },
  links: {},
  methods: { clear: ({ it }) => void delete it.format['fillColor'] },
};

const font: WireClass<Rule> = {
  name: 'ConditionalRangeFont',
  properties: {
    color: fromFormat('fontColor'),
    bold: fromFormat('bold'),
    italic: fromFormat('italic'),
    underline: fromFormat('underline'),
    strikethrough: fromFormat('strikethrough'),
  },
  links: {},
  methods: {},
};

const format: WireClass<Rule> = {
  name: 'ConditionalRangeFormat',
  properties: { numberFormat: fromFormat('numberFormat') },
  links: { fill: (rule) => wireObject(fill, rule), font: (rule) => wireObject(font, rule) },
  methods: {},
  gaps: ['borders'],
};

const formula: WireClass<Rule> = {
  name: 'ConditionalFormatRule',
  properties: {
    formula: {
      get: ({ it }) => it.rule,
      set: ({ it }, value) => {
        it.rule = asText(value);
      },
    },
  },
  links: {},
  methods: {},
  gaps: ['formulaLocal', 'formulaR1C1'],
};

const custom: WireClass<Rule> = {
  name: 'CustomConditionalFormat',
  properties: {},
  links: { rule: (rule) => wireObject(formula, rule), format: (rule) => wireObject(format, rule) },
  methods: {},
};

/** Cell-value and text rules are one record, set as a whole. */
const ruled = (name: string): WireClass<Rule> => ({
  name,
  properties: {
    rule: {
      get: ({ it }) => it.rule,
      set: ({ it }, value) => {
        it.rule = asRecord(value);
      },
    },
  },
  links: { format: (rule) => wireObject(format, rule) },
  methods: {},
});
const cellValue = ruled('CellValueConditionalFormat');
const textComparison = ruled('TextConditionalFormat');

const KINDS = { Custom: custom, CellValue: cellValue, ContainsText: textComparison } as const;
type Kind = keyof typeof KINDS;
const part = (kind: Kind) => (rule: Rule) => (rule.it.type === kind ? wireObject(KINDS[kind], rule) : null);
const must = (kind: Kind) => (rule: Rule) => found(part(kind)(rule));

const conditionalFormat: WireClass<Rule> = {
  name: 'ConditionalFormat',
  properties: {
    id: { get: ({ it }) => it.id },
    type: { get: ({ it }) => it.type },
    stopIfTrue: {
      get: ({ it }) => it.stopIfTrue,
      set: ({ it }, value) => {
        it.stopIfTrue = asFlag(value);
      },
    },
    priority: { get: ({ sheet, it }) => sheet.conditionalFormats.indexOf(it) },
  },
  links: {
    custom: must('Custom'),
    customOrNullObject: part('Custom'),
    cellValue: must('CellValue'),
    cellValueOrNullObject: part('CellValue'),
    textComparison: must('ContainsText'),
    textComparisonOrNullObject: part('ContainsText'),
  },
  methods: {
    delete: ({ sheet, it }) => {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== it);
    },
    getRange: ({ sheet, it }) => rangeOf(new RangeTarget(sheet, it.area)),
    getRangeOrNullObject: ({ sheet, it }) => rangeOf(new RangeTarget(sheet, it.area)),
  },
  id: { field: 'Id', of: ({ it }) => it.id },
  gaps: 'dataBar dataBarOrNullObject iconSet iconSetOrNullObject colorScale colorScaleOrNullObject topBottom topBottomOrNullObject preset presetOrNullObject'.split(
    ' ',
  ),
};

const wired = (sheet: Sheet, it: ConditionalFormat): WireObject => wireObject(conditionalFormat, { sheet, it });
const on = ({ sheet, area }: RangeTarget): ConditionalFormat[] =>
  sheet.conditionalFormats.filter((each) => intersect(each.area, area) !== undefined);
const byId = (range: RangeTarget, id: string): WireObject | null => {
  const it = on(range).find((each) => each.id === id);
  return it ? wired(range.sheet, it) : null;
};

const collection: WireClass<RangeTarget> = {
  name: 'ConditionalFormatCollection',
  properties: {},
  links: {},
  methods: {
    add: ({ sheet, area }, args) => {
      const type = args.text(0);
      if (!Object.hasOwn(KINDS, type))
        throw new HostError(
          'ApiNotImplementedByHost',
          '',
          `ApiNotImplementedByHost ConditionalFormatCollection.add(${type})`,
        );
      const it: ConditionalFormat = {
        id: sheet.workbook.newId(),
        area,
        type,
        stopIfTrue: false,
        rule: null,
        format: {},
      };
      sheet.conditionalFormats.unshift(it);
      return wired(sheet, it);
    },
    clearAll: (range) => {
      const gone = new Set(on(range));
      range.sheet.conditionalFormats = range.sheet.conditionalFormats.filter((each) => !gone.has(each));
    },
    getCount: (range) => on(range).length,
    getItem: (range, args) => found(byId(range, args.text(0))),
    getItemAt: (range, args) => wired(range.sheet, found(on(range)[args.integer(0)])),
  },
  items: (range) => on(range).map((it) => wired(range.sheet, it)),
  item: byId,
};

export const conditionalFormatsOf = (range: RangeTarget): WireObject => wireObject(collection, range);
export const conditionalFormatClasses = [
  conditionalFormat,
  custom,
  cellValue,
  textComparison,
  format,
  font,
  fill,
  formula,
] as const;
export const conditionalFormatCollectionClass = collection;
