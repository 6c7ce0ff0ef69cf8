// Which requirement sets the host declares, as Excel does: `Office.context.requirements.isSetSupported` answers from it.

/** Set name to highest version, e.g. `{ ExcelApi: '1.14' }`. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What the pinned client library knows and this host serves. */
export const DEFAULT_REQUIREMENT_SETS: RequirementSets = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  DialogApi: '1.1',
  RibbonApi: '1.1',
};

/** Versions are counted part by part: 1.10 comes after 1.9. */
export function isSetSupported(sets: RequirementSets, name: string, version: string | number = '1.1'): boolean {
  const declared = Object.entries(sets).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
  if (declared === undefined) return false;
  const [major = 0, minor = 0] = parts(declared);
  const [wantedMajor = 0, wantedMinor = 0] = parts(String(version));
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

const parts = (version: string): number[] => version.split('.').map(Number);

/** The `_requirementMatrix` text of the app context. */
export const requirementMatrix = (sets: RequirementSets): string => JSON.stringify(sets);
