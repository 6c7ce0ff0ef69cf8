// RangeFormat with fill, font, borders and protection: each property of a range is one property of all its cells.
import type { Area } from '../model/area.ts';
import { lastColumn, lastRow } from '../model/area.ts';
import type { BorderLine, BorderSide, CellStyle } from '../model/cell-style.ts';
import { HostError } from '../host-error.ts';
import type { WireClass, WireObject, WireProperty } from '../wire-object.ts';
import { asFlag, asNumber, asText, found, wireObject } from '../wire-object.ts';
import type { RangeTarget } from './range-target.ts';
import { shared } from './range-target.ts';

type StyleKey = Exclude<keyof CellStyle, 'borders'>;

/** A property that all cells of the range share; mixed cells read as null. */
function styled(key: StyleKey, check: (value: unknown) => CellStyle[StyleKey]): WireProperty<RangeTarget> {
  return {
    get: (range) => shared(range, (row, column) => range.sheet.style(row, column)[key]),
    set: (range, value) => {
      const checked = check(value);
      range.sheet.restyle(range.area, (style) => ({ ...style, [key]: checked }));
    },
  };
}

/** Colours are `#RRGGBB` or HTML names; names are kept as they come. */
function asColor(value: unknown): string {
  const text = asText(value);
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  if (!/^[a-z]+$/i.test(text)) throw new HostError('InvalidArgument');
  return text;
}

const fillClass: WireClass<RangeTarget> = {
  name: 'RangeFill',
  properties: {
    color: {
      get: (range) => shared(range, (row, column) => range.sheet.style(row, column).fillColor || '#FFFFFF'),
      set: (range, value) => setFill(range, value === '' ? '' : asColor(value)),
    },
  },
  links: {},
  methods: { clear: (range) => setFill(range, '') },
  gaps: ['tintAndShade', 'patternTintAndShade', 'pattern', 'patternColor'],
};

const setFill = (range: RangeTarget, fillColor: string): void =>
  range.sheet.restyle(range.area, (style) => ({ ...style, fillColor }));

const fontClass: WireClass<RangeTarget> = {
  name: 'RangeFont',
  properties: {
    name: styled('fontName', asText),
    size: styled('fontSize', asNumber),
    color: styled('fontColor', asColor),
    bold: styled('bold', asFlag),
    italic: styled('italic', asFlag),
    underline: styled('underline', asText),
    strikethrough: styled('strikethrough', asFlag),
  },
  links: {},
  methods: {},
  gaps: ['subscript', 'superscript', 'tintAndShade'],
};

const protectionClass: WireClass<RangeTarget> = {
  name: 'FormatProtection',
  properties: { locked: styled('locked', asFlag) },
  links: {},
  methods: {},
  gaps: ['formulaHidden'],
};

interface Edge {
  readonly range: RangeTarget;
  readonly name: string;
}

/** Which cells of the range, and which of their sides, make up an edge. */
const EDGES: Readonly<
  Record<string, { readonly sides: readonly BorderSide[]; readonly cells: (area: Area) => Area[] }>
> = {
  EdgeTop: { sides: ['top'], cells: (area) => [{ ...area, rows: 1 }] },
  EdgeBottom: { sides: ['bottom'], cells: (area) => [{ ...area, row: lastRow(area), rows: 1 }] },
  EdgeLeft: { sides: ['left'], cells: (area) => [{ ...area, columns: 1 }] },
  EdgeRight: { sides: ['right'], cells: (area) => [{ ...area, column: lastColumn(area), columns: 1 }] },
  InsideHorizontal: { sides: ['bottom'], cells: (area) => (area.rows > 1 ? [{ ...area, rows: area.rows - 1 }] : []) },
  InsideVertical: {
    sides: ['right'],
    cells: (area) => (area.columns > 1 ? [{ ...area, columns: area.columns - 1 }] : []),
  },
  DiagonalDown: { sides: ['diagonalDown'], cells: (area) => [area] },
  DiagonalUp: { sides: ['diagonalUp'], cells: (area) => [area] },
};

const NO_LINE: BorderLine = { style: 'None', color: '#000000', weight: 'Thin' };

function readEdge({ range, name }: Edge): BorderLine {
  const edge = found(EDGES[name]);
  const [cells] = edge.cells(range.area);
  const [side] = edge.sides;
  return (cells && side && range.sheet.style(cells.row, cells.column).borders[side]) ?? NO_LINE;
}

/** Naming a colour or weight for an edge without a line draws a thin one, as Excel does. */
function drawEdge({ range, name }: Edge, part: Partial<BorderLine>): void {
  const edge = found(EDGES[name]);
  const drawn = part.style === undefined ? { style: 'Continuous', ...part } : part;
  for (const cells of edge.cells(range.area))
    range.sheet.restyle(cells, (style) => ({ ...style, borders: withLines(style, edge.sides, part, drawn) }));
}

function withLines(
  style: CellStyle,
  sides: readonly BorderSide[],
  part: Partial<BorderLine>,
  drawn: Partial<BorderLine>,
): CellStyle['borders'] {
  const lines = sides.map((side) => {
    const before = style.borders[side];
    return [side, before && before.style !== 'None' ? { ...before, ...part } : { ...NO_LINE, ...drawn }];
  });
  return { ...style.borders, ...(Object.fromEntries(lines) as CellStyle['borders']) };
}

const line = (key: keyof BorderLine, check: (value: unknown) => string): WireProperty<Edge> => ({
  get: (edge) => readEdge(edge)[key],
  set: (edge, value) => drawEdge(edge, { [key]: check(value) }),
});

const borderClass: WireClass<Edge> = {
  name: 'RangeBorder',
  properties: {
    sideIndex: { get: (edge) => edge.name },
    style: line('style', asText),
    weight: line('weight', asText),
    color: line('color', asColor),
  },
  links: {},
  methods: {},
  id: { field: 'Id', of: (edge) => edge.name },
  gaps: ['tintAndShade'],
};

const borderOf = (range: RangeTarget, name: string): WireObject => wireObject(borderClass, { range, name });
const edgeNamed = (key: string): string =>
  found(Object.keys(EDGES).find((name) => name.toLowerCase() === key.toLowerCase()));

const bordersClass: WireClass<RangeTarget> = {
  name: 'RangeBorderCollection',
  properties: { count: { get: () => Object.keys(EDGES).length } },
  links: {},
  methods: {
    getItem: (range, args) => borderOf(range, edgeNamed(args.text(0))),
    getItemAt: (range, args) => borderOf(range, found(Object.keys(EDGES)[args.integer(0)])),
  },
  items: (range) => Object.keys(EDGES).map((name) => borderOf(range, name)),
  item: (range, key) => borderOf(range, edgeNamed(key)),
  gaps: ['tintAndShade'],
};

/** Excel's default sizes in points: 64 pixels wide, 20 pixels high. */
const STANDARD = { columnWidth: 48, rowHeight: 15 } as const;

function sized(key: 'columnWidth' | 'rowHeight'): WireProperty<RangeTarget> {
  const isWidth = key === 'columnWidth';
  const sizes = ({ sheet }: RangeTarget) => (isWidth ? sheet.columnWidths : sheet.rowHeights);
  return {
    get: (range) => {
      const line = isWidth ? { ...range.area, rows: 1 } : { ...range.area, columns: 1 };
      return shared(range.at(line), (row, column) => sizes(range).get(isWidth ? column : row) ?? STANDARD[key]);
    },
    set: (range, value) => resize(range, isWidth, asNumber(value)),
  };
}

function resize(range: RangeTarget, isWidth: boolean, size: number): void {
  const { area, sheet } = range;
  if (size < 0) throw new HostError('InvalidArgument');
  const [start, count, sizes] = isWidth
    ? [area.column, area.columns, sheet.columnWidths]
    : [area.row, Math.min(area.rows, Math.max(sheet.extent().rows, 1000)), sheet.rowHeights];
  for (let index = start; index < start + count; index++) sizes.set(index, size);
  sheet.workbook.changed({ kind: 'layout', sheet });
}

/** Widths by the longest text of the column: 7 pixels a digit, 12 a Chinese character, in points. */
function autofitColumns({ sheet, area }: RangeTarget): void {
  const { rows, columns } = sheet.extent();
  for (let column = area.column; column <= Math.min(lastColumn(area), columns - 1); column++) {
    let longest = 0;
    for (let row = area.row; row <= Math.min(lastRow(area), rows - 1); row++)
      longest = Math.max(longest, textPixels(sheet.text(row, column)));
    if (longest > 0) sheet.columnWidths.set(column, (longest + 12) * 0.75);
  }
  sheet.workbook.changed({ kind: 'layout', sheet });
}

const textPixels = (text: string): number =>
  [...text].reduce((pixels, sign) => pixels + (sign.charCodeAt(0) > 0x2e80 ? 14 : 7), 0);

const formatClass: WireClass<RangeTarget> = {
  name: 'RangeFormat',
  properties: {
    wrapText: styled('wrapText', asFlag),
    horizontalAlignment: styled('horizontalAlignment', asText),
    verticalAlignment: styled('verticalAlignment', asText),
    indentLevel: styled('indentLevel', asNumber),
    shrinkToFit: styled('shrinkToFit', asFlag),
    textOrientation: styled('textOrientation', asNumber),
    columnWidth: sized('columnWidth'),
    rowHeight: sized('rowHeight'),
  },
  links: {
    fill: (range) => wireObject(fillClass, range),
    font: (range) => wireObject(fontClass, range),
    borders: (range) => wireObject(bordersClass, range),
    protection: (range) => wireObject(protectionClass, range),
  },
  methods: {
    autofitColumns,
    autofitRows: ({ sheet, area }) => {
      for (let row = area.row; row <= Math.min(lastRow(area), sheet.extent().rows); row++) sheet.rowHeights.delete(row);
      sheet.workbook.changed({ kind: 'layout', sheet });
    },
  },
  gaps: ['useStandardHeight', 'useStandardWidth', 'readingOrder', 'autoIndent'],
};

export const formatOf = (range: RangeTarget): WireObject => wireObject(formatClass, range);
export const formatClasses = [formatClass, fillClass, fontClass, protectionClass] as const;
export const borderClasses = { borderClass, bordersClass } as const;
