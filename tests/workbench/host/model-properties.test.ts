// What must hold for any sheet and any sequence of changes, tried on many made-up ones.
import fc from '../../fast-check.ts';
import type { Area } from '../../../workbench/host/model/area.ts';
import { formatArea, intersect, MAX_COLUMNS, MAX_ROWS, parseArea } from '../../../workbench/host/model/area.ts';
import type { CellWrite } from '../../../workbench/host/model/shape.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

const SIZE = 6;
const index = fc.integer({ min: 0, max: SIZE - 1 });
const length = fc.integer({ min: 1, max: 3 });
const block: fc.Arbitrary<Area> = fc.record({ row: index, column: index, rows: length, columns: length });
const wholeRows = fc.tuple(index, length).map(([row, rows]): Area => ({ row, column: 0, rows, columns: MAX_COLUMNS }));
const wholeColumns = fc
  .tuple(index, length)
  .map(([column, columns]): Area => ({ row: 0, column, rows: MAX_ROWS, columns }));
const everything = fc.constant<Area>({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
const anyArea = fc.oneof(block, wholeRows, wholeColumns, everything);

const places = Array.from({ length: 100 }, (_, at) => ({ row: Math.floor(at / 10), column: at % 10 }));
const holds = (area: Area, place: { row: number; column: number }) =>
  intersect(area, { ...place, rows: 1, columns: 1 }) !== undefined;

test('an address that was written is read as the same cells', () => {
  fc.assert(fc.property(anyArea, (area) => expect(parseArea(formatArea(area))).toEqual(area)));
});

test('whatever is painted last on a cell, row, column or sheet is what the cell shows', () => {
  const stroke = fc.tuple(anyArea, fc.constantFrom('#AA0000', '#00BB00', '#0000CC'));
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 8 }), (strokes) => {
      const sheet = new Workbook().activeSheet;
      for (const [area, fillColor] of strokes) sheet.restyle(area, (style) => ({ ...style, fillColor }));
      const shown = places.map(({ row, column }) => sheet.style(row, column).fillColor);
      const expected = places.map((place) => strokes.findLast(([area]) => holds(area, place))?.[1] ?? '');
      expect(shown).toEqual(expected);
    }),
  );
});

test('clearing formats leaves nothing of them, clearing contents nothing of those', () => {
  const what = fc.record({ contents: fc.boolean(), formats: fc.boolean() });
  fc.assert(
    fc.property(anyArea, anyArea, what, (painted, cleared, { contents, formats }) => {
      const sheet = new Workbook().activeSheet;
      sheet.load(places.slice(0, SIZE).map(() => ['x', 'x', 'x', 'x', 'x', 'x']));
      sheet.restyle(painted, (style) => ({ ...style, bold: true }));
      sheet.clear(cleared, { contents, formats, links: false });
      for (const place of places.filter((each) => holds(cleared, each))) {
        if (contents) expect(sheet.value(place.row, place.column)).toBe('');
        if (formats) expect(sheet.style(place.row, place.column).bold).toBe(false);
      }
    }),
  );
});

const cells = fc.array(
  fc.array(fc.oneof(fc.integer(), fc.constantFrom('a', '', true)), { minLength: 6, maxLength: 6 }),
  {
    minLength: 1,
    maxLength: SIZE,
  },
);

function filled(rows: readonly (readonly CellWrite[])[]) {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  sheet.load(rows);
  sheet.write({ row: 8, column: 8, rows: 1, columns: 2 }, [['=SUM(A1:F6)', '=$B$2&C3']]);
  return { workbook, sheet };
}

const direction = fc.constantFrom(['Down', 'Up'] as const, ['Right', 'Left'] as const);

test('cells inserted and deleted again leave the sheet and its formulas as they were', () => {
  fc.assert(
    fc.property(cells, fc.oneof(block, wholeRows, wholeColumns), direction, (rows, area, [insert, remove]) => {
      const vertical = insert === 'Down';
      fc.pre(vertical ? area.rows < MAX_ROWS : area.columns < MAX_COLUMNS);
      const { workbook, sheet } = filled(rows);
      const snapshot = () =>
        places.map(({ row, column }) => sheet.grid.formula(row, column) ?? sheet.grid.value(row, column));
      const before = snapshot();
      workbook.structure.insert(sheet, area, insert);
      workbook.structure.remove(sheet, area, remove);
      expect(snapshot()).toEqual(before);
    }),
  );
});

test('a sum follows its cells when whole rows or columns are inserted', () => {
  fc.assert(
    fc.property(cells, fc.oneof(wholeRows, wholeColumns), (rows, area) => {
      const { workbook, sheet } = filled(rows);
      const sum = sheet.value(8, 8);
      workbook.names.add('total', '=Sheet1!$I$9', '');
      workbook.structure.insert(sheet, area, area.rows === MAX_ROWS ? 'Right' : 'Down');
      const place = workbook.names.areaOf('total', sheet);
      expect(place && sheet.value(place.area.row, place.area.column)).toBe(sum);
    }),
  );
});

test('writing in blocks is writing at once', () => {
  fc.assert(
    fc.property(cells, length, (rows, step) => {
      const [whole, parts] = [new Workbook().activeSheet, new Workbook().activeSheet];
      whole.write({ row: 0, column: 0, rows: rows.length, columns: 6 }, rows);
      for (let start = 0; start < rows.length; start += step) {
        const part = rows.slice(start, start + step);
        parts.write({ row: start, column: 0, rows: part.length, columns: 6 }, part);
      }
      expect(places.map((at) => parts.value(at.row, at.column))).toEqual(
        places.map((at) => whole.value(at.row, at.column)),
      );
    }),
  );
});
