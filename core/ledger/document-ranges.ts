// The documents of a voucher by their numbers (單據號碼): a day's voucher may stand for hundreds of them, so numbers that
// follow each other are told as the first and the last.

const RUN = '–';

interface Run {
  readonly series: string;
  readonly first: string;
  readonly firstAt: number;
  last: string;
  lastAt: number;
}

/**
 * @param numbers as given at posting, `SA202405-0001`, in any order
 * @returns by series and number: a number by itself, or `SA202405-0003–SA202405-0120` for all from the one to the other
 */
export function documentRanges(numbers: readonly string[]): string[] {
  const runs: Run[] = [];
  for (const { number, series, at } of numbers.map(partsOf).sort(byNumber)) {
    const run = runs.at(-1);
    if (run?.series === series && run.lastAt + 1 >= at) Object.assign(run, { last: number, lastAt: at });
    else runs.push({ series, first: number, firstAt: at, last: number, lastAt: at });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}${RUN}${last}`));
}

/** How many documents the ranges stand for. */
export function countOfRanges(ranges: readonly string[]): number {
  return ranges.reduce((count, range) => {
    const [first = '', last = first] = range.split(RUN);
    return count + partsOf(last).at - partsOf(first).at + 1;
  }, 0);
}

function partsOf(number: string): { number: string; series: string; at: number } {
  const dash = number.lastIndexOf('-');
  return { number, series: number.slice(0, dash), at: Number(number.slice(dash + 1)) };
}

type Numbered = ReturnType<typeof partsOf>;

function byNumber(left: Numbered, right: Numbered): number {
  return left.series === right.series ? left.at - right.at : left.series < right.series ? -1 : 1;
}
