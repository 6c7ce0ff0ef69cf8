// What went wrong, as the user hears of it.
import { ownProblem } from '../../addin/api-problem.ts';
import { failureOf, wordsOf } from '../../addin/failure.ts';
import { isCancelled } from '../../addin/watch.ts';

class OfficeError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Excel says ${code}`);
    this.code = code;
  }
}

beforeAll(() => Object.assign(globalThis, { OfficeExtension: { Error: OfficeError } }));

test.each([
  ['InvalidOperationInCellEditMode', 'excelError.cellEditMode'],
  ['AccessDenied', 'excelError.protected'],
  ['ItemNotFound', 'excelError.sheetGone'],
  ['GeneralException', 'excelError.other'],
])('Excel’s %s is told as %s', (code, key) => {
  const failure = failureOf(new OfficeError(code));
  expect(wordsOf(failure, 'en')).toEqual({ key, message: `Excel says ${code}` });
});

test('a problem of the server keeps its own sentence in the user’s language', () => {
  const failure = failureOf(ownProblem('SERVER_UNREACHABLE'));
  expect(wordsOf(failure, 'zh-TW')).toMatch(/^連不上伺服器/);
  expect(wordsOf(failure, 'zh-CN')).toMatch(/^连不上服务器/);
  expect(wordsOf(failure, 'en')).toMatch(/^The server cannot be reached/);
});

test.each([
  [new RangeError('out of range'), 'out of range'],
  ['thrown as a text', 'thrown as a text'],
])('%s is a fault of ours', (error, message) => {
  expect(wordsOf(failureOf(error), 'en')).toEqual({ key: 'fault', message });
});

test('only an aborted signal counts as cancelled', () => {
  expect(isCancelled(Object.assign(new Error('stop'), { name: 'AbortError' }))).toBe(true);
  expect(isCancelled(new Error('stop'))).toBe(false);
  expect(isCancelled('AbortError')).toBe(false);
});
