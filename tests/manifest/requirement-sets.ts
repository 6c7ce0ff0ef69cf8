// What Clearsheet asks of Excel, in one place: manifest.xml must say the same (manifest.test.ts), and the strict run of the
// add-in tests lets the host declare exactly this. Lowest sets that the code uses: ExcelApi 1.14 is Excel 2021.
export const requirementSets: Readonly<Record<string, string>> = { SharedRuntime: '1.1', ExcelApi: '1.14' };
