// Leads the user to a place in the workbook, and tells when the user goes somewhere else.

/** Shows a sheet. Returns false when it is gone: the user may have deleted it. */
export async function showSheet(sheetId: string): Promise<boolean> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    if (sheet.isNullObject) return false;
    sheet.activate();
    await context.sync();
    return true;
  });
}

/** Shows a sheet and selects one of its cells; row and column count from 1. Returns false when the sheet is gone. */
export async function showCell(sheetId: string, row: number, column: number): Promise<boolean> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    if (sheet.isNullObject) return false;
    sheet.activate();
    sheet.getRangeByIndexes(row - 1, column - 1, 1, 1).select();
    await context.sync();
    return true;
  });
}

/** Calls back whenever another sheet is shown. */
export async function onSheetShown(callback: () => void): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onActivated.add(() => {
      callback();
      return Promise.resolve();
    });
    await context.sync();
  });
}
