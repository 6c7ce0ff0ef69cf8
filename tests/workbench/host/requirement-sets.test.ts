// What the host declares to Microsoft's client.
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { isSetSupported, requirementMatrix } from '../../../workbench/host/requirement-sets.ts';

test.each([
  ['ExcelApi', '1.9', true],
  ['ExcelApi', '1.14', true],
  ['ExcelApi', '1.15', false],
  ['excelapi', '1.2', true],
  ['ExcelApi', undefined, true],
  ['SharedRuntime', '1.1', true],
  ['SharedRuntime', '1.2', false],
  ['RibbonApi', '1.1', false],
])('a host of ExcelApi 1.14 and SharedRuntime 1.1 supports %s %s: %p', (name, version, expected) => {
  expect(isSetSupported({ ExcelApi: '1.14', SharedRuntime: '1.1' }, name, version)).toBe(expected);
});

test('the matrix of the app context is the sets as JSON', () => {
  expect(JSON.parse(requirementMatrix({ ExcelApi: '1.9' }))).toEqual({ ExcelApi: '1.9' });
});

const useConditionalFormats = (excel: ReturnType<typeof openExcel>) =>
  excel.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.getCount();
    await context.sync();
  });

test.each([
  ['1.5', true, 'ApiNotFound'],
  ['1.6', true, undefined],
  ['1.5', false, undefined],
])('with ExcelApi %s declared and the strict check %p, a member of 1.6 gives %p', async (ExcelApi, isStrict, code) => {
  const outcome = await useConditionalFormats(openExcel({ requirementSets: { ExcelApi }, isStrict })).catch(
    (error: unknown) => error,
  );
  expect((outcome as { code?: string } | undefined)?.code).toBe(code);
});

test('add-in code sees the declared sets', () => {
  const back = openExcel({ requirementSets: { ExcelApi: '1.9' } }).useAsGlobals();
  const answers = ['1.9', '1.10'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version));
  back();
  expect(answers).toEqual([true, false]);
});
