// Compares a run with the expectations of a scenario: every line must stand in the description, documents completely.

const DOCUMENTS: Readonly<Record<string, RegExp>> = {
  receipts: /^(receipt|expense|transfer) /,
  stock: /^stock /,
  sales: /^(sale|return|allowance) /,
  vouchers: /^voucher /,
  entries: /^entry /,
  proposals: /^proposal /,
  batches: /^batch /,
};

/** What is wrong with a run, in words; empty when all expectations hold. */
export function complaints(described: readonly string[], expected: readonly string[]): string[] {
  const missing = expected.filter((line) => !line.startsWith('no ') && !described.includes(line));
  return [
    ...missing.map((line) => `expected: ${line}`),
    ...missing.flatMap((line) => nearest(line, described)),
    ...Object.entries(DOCUMENTS).flatMap(([kind, mark]) => unlisted(kind, mark, described, expected)),
  ];
}

function nearest(line: string, described: readonly string[]): string[] {
  const [who = '', what = ''] = line.split(' ');
  const verb = ['says', 'also', 'linked', 'why', 'flags', 'waits', 'because'].includes(what)
    ? `${who} ${what} `
    : `${who} `;
  return described.filter((other) => other.startsWith(verb)).map((other) => `     got: ${other}`);
}

/** Once one document of a kind is expected (or none by "no …"), all of them must be. */
function unlisted(kind: string, mark: RegExp, described: readonly string[], expected: readonly string[]): string[] {
  const listed = expected.filter((line) => mark.test(line));
  if (listed.length === 0 && !expected.includes(`no ${kind}`)) return [];
  return described.filter((line) => mark.test(line) && !listed.includes(line)).map((line) => `not expected: ${line}`);
}
