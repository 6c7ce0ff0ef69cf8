// Tries the inference on every golden file of money with its mapping taken away: `npx tsx bench/infer-goldens.ts`.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ColumnMatch, detectMapping } from '../core/mapping/detect-mapping.ts';
import { type Inference, type Proposal, type ProposedColumn, inferMapping } from '../core/mapping/infer-mapping.ts';
import type { ReadingAnswers } from '../core/mapping/decide-styles.ts';
import type { Proof } from '../core/mapping/infer-findings.ts';
import { mappingSchema } from '../core/mapping/mapping-schema.ts';
import type { Mapping, PayoutColumn, PayoutMapping } from '../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../core/mapping/normalize-payout.ts';
import { readWorkbookSheets } from '../core/mapping/read-workbook-sheets.ts';
import { isNamed } from '../core/mapping/named-columns.ts';
import { type SheetTable, textOfCell } from '../core/sheet-table.ts';
import { readWorkbook } from '../files/read-workbook.ts';
import { answersOf } from '../tests/mappings/golden-answers.ts';

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MAPPINGS = folderOf('../mappings/');
const GOLDEN = folderOf('../tests/mappings/golden/');
const BESIDE = /\.(expected\.txt|encoding|password)$/;

/**
 * What the mapping states that a file keeps: components that make the net of each row, a running balance, a total that
 * the file prints. `none`: it states nothing, as where a row has one amount and no more, or where the net is the sum of
 * columns by definition.
 */
export const STATED = ['rows', 'balance', 'total', 'none'] as const;

/** What the inference made of one golden file, held against the mapping that a person wrote for it. */
export interface Verdict {
  readonly id: string;
  readonly rows: number;
  readonly kind: 'found' | 'missed';
  readonly key: 'found' | 'missed' | 'none';
  /** The column, or that there is none. */
  readonly net: 'found' | 'missed' | 'sum';
  /** Rows whose net is the mapping's, with its sign, of those that the mapping reads. */
  readonly nets: { readonly same: number; readonly of: number };
  readonly stated: (typeof STATED)[number];
  /** What is stated was found and shown as a proof that holds; for `none`: nothing was claimed. */
  readonly proof: 'found' | 'missed';
  /**
   * `same`: the mapping's components with their signs, as far as the file has money in them. `none`: the mapping has no
   * components, so there is no sum to find. `equal`: the same sum by columns whose figures are the same on every row of
   * the file, which no arithmetic can tell apart. `differs`: another sum that holds as well. `false`: a sum that does not
   * hold where it says it does.
   */
  readonly identity: 'same' | 'equal' | 'none' | 'missed' | 'differs' | 'false';
  readonly proven: boolean;
  /** Whether the proposal is a valid mapping that recognises its own sheet. */
  readonly readsItself: boolean;
  readonly note: string;
}

/** Kind, order number, the net of every row with its sign, the components with theirs, and the proof that is stated. */
export const isFullyFound = ({ kind, key, nets, identity, proof }: Verdict) =>
  kind === 'found' &&
  key !== 'missed' &&
  nets.same === nets.of &&
  ['same', 'equal', 'none'].includes(identity) &&
  proof === 'found';

export async function tryGoldens(): Promise<Verdict[]> {
  const mappings = readdirSync(MAPPINGS)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed = mappingSchema.safeParse(JSON.parse(readFileSync(MAPPINGS + name, 'utf8')));
      return parsed.success && parsed.data.kind !== 'orders' ? [parsed.data] : [];
    });
  const verdicts: Verdict[] = [];
  for (const mapping of mappings) {
    for (const file of await filesOf(mapping)) verdicts.push(judge(mapping, file));
  }
  return verdicts;
}

/** The sheets of a mapping's golden files that the mapping itself recognises. */
async function filesOf({ id, ...mapping }: Mapping): Promise<GoldenFile[]> {
  const names = readdirSync(GOLDEN).filter((name) => name.startsWith(`${id}.`) && !BESIDE.test(name));
  const tables: SheetTable[] = [];
  for (const name of names) tables.push(...(await sheetsOf(name, id)));
  const own = tables.find((table) => detectMapping(table, [{ id, ...mapping }]).outcome === 'recognised');
  return own ? [{ id, table: own, others: tables.filter((table) => table !== own) }] : [];
}

/** The sheet of a golden file that its mapping reads, and the sheets beside it. */
interface GoldenFile {
  readonly id: string;
  readonly table: SheetTable;
  readonly others: readonly SheetTable[];
}

async function sheetsOf(name: string, id: string): Promise<SheetTable[]> {
  const bytes = readFileSync(GOLDEN + name);
  const encoding = `${GOLDEN}${id}.encoding`;
  const named = existsSync(encoding) ? new TextDecoder(readFileSync(encoding, 'utf8').trim()).decode(bytes) : null;
  const reading = await readWorkbook(named === null ? bytes : new TextEncoder().encode(named), name);
  return 'refused' in reading ? [] : reading.sheets;
}

interface Truth {
  /** A net that is mostly empty, or the sum of one column: proposing that sum is right too. */
  readonly netOr: readonly (number | 'sum')[];
  readonly keys: readonly number[];
  readonly net: number | null;
  /** A net that is printed on few rows, as the sum of all others. */
  readonly netIsTotal: boolean;
  readonly components: readonly { readonly index: number; readonly sign: string }[];
}

function truthOf(mapping: PayoutMapping, columns: readonly ColumnMatch[], table: SheetTable): Truth {
  const named = (name: string) => columns.filter(({ column }) => isNamed(column, name)).map(({ index }) => index);
  const ruled = (mapping.key ?? []).flatMap((rule) => ('from' in rule ? named(rule.from) : []));
  const having = (role: PayoutColumn['as']) => columns.filter(({ column }) => (column as PayoutColumn).as === role);
  const net = having('net')[0];
  const components = having('component');
  const single = components.length === 1 ? components.map(({ index }) => index) : [];
  const netOr: Truth['netOr'] = net === undefined ? single : 'blank' in net.column ? ['sum', ...single] : [];
  return {
    netOr,
    keys: [...ruled, ...having('orderNumber').map(({ index }) => index)],
    net: net?.index ?? null,
    netIsTotal: netOr.includes('sum') && printedOn(table, net?.index ?? -1) * 2 < table.rows.length,
    components: components.map(({ column, index }) => ({
      index,
      sign: 'sign' in column ? String(column.sign) : '',
    })),
  };
}

const printedOn = (table: SheetTable, index: number) =>
  table.rows.filter((row) => textOfCell(row[index]) !== '').length;

function judge(mapping: PayoutMapping, file: GoldenFile): Verdict {
  const { table } = file;
  const detection = detectMapping(table, [mapping]);
  if (detection.outcome !== 'recognised') throw new Error(`${mapping.id} does not know its golden file`);
  const truth = truthOf(mapping, detection.recognised.columns, table);
  const inference = inferMapping(table, { others: file.others });
  const rows = table.rows.length - detection.recognised.headerIndex - 1;
  if (inference.outcome !== 'proposed') return missed(mapping.id, rows, inference);
  const proposed = inference.columns;
  const at = (role: PayoutColumn['as']) => proposed.find(({ column }) => column.as === role)?.index ?? null;
  const ruled = (inference.mapping.key ?? []).flatMap((rule) => ('from' in rule ? [rule.from] : []));
  const keyAt = at('orderNumber') ?? proposed.find(({ column }) => ruled.includes(column.header))?.index ?? null;
  const key = truth.keys.length === 0 ? 'none' : keyAt !== null && truth.keys.includes(keyAt) ? 'found' : 'missed';
  const net = netVerdict(truth, at('net'));
  const read = readBy(mapping, file);
  const stated = statedBy(truth, read, mapping);
  const columns = columnsOf(table, inference.headerRow - table.firstRow);
  const header = (index: number | null) => textOfCell(table.rows[detection.recognised.headerIndex]?.[index ?? -1]);
  return {
    ...{ id: mapping.id, rows, key, net, stated },
    kind: inference.mapping.kind === mapping.kind ? 'found' : 'missed',
    nets: sameNets(read, readBy(inference.mapping, file)),
    proof: isProven(stated, inference) ? 'found' : 'missed',
    identity: holdsWhereSaid(inference) ? compare(truth, proposed, columns) : 'false',
    proven: inference.proof?.proven ?? false,
    readsItself:
      mappingSchema.safeParse(inference.mapping).success &&
      detectMapping(table, [inference.mapping]).outcome === 'recognised',
    note: [
      key === 'missed' ? `key ${header(keyAt)}, not ${truth.keys.map(header).join('/')}` : '',
      net === 'missed' ? `net ${header(at('net')) || 'as sum'}, not ${header(truth.net) || 'as sum'}` : '',
      differences(truth, proposed, header, columns),
      inference.mapping.kind === mapping.kind ? '' : `${inference.mapping.kind}, not ${mapping.kind}`,
      inference.proof
        ? ''
        : `no sum (${inference.questions.map(({ ask }) => ask).filter((ask) => ask === 'identity').length > 0 ? 'open' : 'none'})`,
      mappingFaults(inference.mapping),
    ]
      .filter((text) => text !== '')
      .join(' · '),
  };
}

const mappingFaults = (mapping: Mapping) =>
  (mappingSchema.safeParse(mapping).error?.issues ?? []).map(({ message }) => message).join('; ');

function netVerdict({ net, netOr }: Truth, proposed: number | null): Verdict['net'] {
  if (proposed === null) return net === null || netOr.includes('sum') ? 'sum' : 'missed';
  return proposed === net || netOr.includes(proposed) ? 'found' : 'missed';
}

const missed = (id: string, rows: number, { outcome }: Inference): Verdict => ({
  ...{ id, rows, kind: 'missed', key: 'missed', net: 'missed', nets: { same: 0, of: rows }, stated: 'rows' },
  ...{ proof: 'missed', identity: 'missed', proven: false, readsItself: false, note: outcome },
});

/** What no file of this test says itself is answered the same for both, so that their nets can be compared. */
function readBy(mapping: Mapping, { table, others, id }: GoldenFile): NormalizedPayout | null {
  const answers = { currency: 'USD', paidOutOn: '2024-05-31', ...answersOf(id) } as ReadingAnswers;
  const [reading] = readWorkbookSheets([table, ...others], [mapping], answers);
  return reading?.outcome === 'read' && reading.rows.kind === 'payout' ? reading.rows : null;
}

/** Of rows that the mapping sets aside nothing is compared. */
function sameNets(read: NormalizedPayout | null, proposed: NormalizedPayout | null): Verdict['nets'] {
  const [expected, got] = [netsOf(read), netsOf(proposed)];
  return { same: [...expected].filter(([row, net]) => got.get(row) === net).length, of: expected.size };
}

function netsOf(rows: NormalizedPayout | null): Map<number, number> {
  const nets = new Map<number, number>();
  for (const { sourceRow, net } of rows?.lines ?? []) nets.set(sourceRow, (nets.get(sourceRow) ?? 0) + net);
  return nets;
}

const hasBalance = ({ checks = [] }: PayoutMapping) => checks.some(({ check }) => check === 'runningBalance');

/** The strongest that the mapping states and that this file has. */
function statedBy(
  { net, netIsTotal, components }: Truth,
  read: NormalizedPayout | null,
  mapping: PayoutMapping,
): Verdict['stated'] {
  if (net !== null && components.length > 0 && !netIsTotal) return 'rows';
  const checks = read?.checks ?? [];
  if (checks.some(({ column }) => column !== null) && hasBalance(mapping)) return 'balance';
  return checks.some(({ declared }) => declared !== 0) ? 'total' : 'none';
}

function isProven(stated: Verdict['stated'], { proof, balance, totals }: Proposal): boolean {
  const holds = (one: Proof | null) => one !== null && one.holdsOn > 0 && one.failingRows.length === 0;
  switch (stated) {
    case 'rows':
      return holds(proof);
    case 'balance':
      return holds(balance);
    case 'total':
      return totals.length > 0 || holds(proof) || holds(balance);
    // That the net is another column and nothing else is no sum.
    case 'none':
      return proof === null || proof.weak;
  }
}

/** A proof names every row on which it does not hold. */
function holdsWhereSaid(inference: Extract<Inference, { outcome: 'proposed' }>): boolean {
  const { proof } = inference;
  return proof === null || proof.holdsOn + proof.bareRows.length + proof.failingRows.length === proof.rows;
}

interface Columns {
  readonly hasMoney: (index: number) => boolean;
  /** What the column adds to the net, row by row, to see whether two readings of it are equal. */
  readonly contributions: (index: number, sign: string) => string;
}

function columnsOf(table: SheetTable, headerIndex: number): Columns {
  const texts = (index: number) => table.rows.slice(headerIndex + 1).map((row) => textOfCell(row[index]));
  return {
    hasMoney: (index) => texts(index).some((text) => /[1-9]/.test(text)),
    contributions: (index, sign) =>
      texts(index)
        .map((text) => contribution(text, sign))
        .join(' '),
  };
}

/** The same figure with its sign: what is always taken away is negative however it is printed. */
function contribution(text: string, sign: string): string {
  const [bare, minus] = [text.replace(/^[-+]/, ''), text.startsWith('-')];
  if (!/[1-9]/.test(bare)) return '';
  const lowers = sign === 'outward-absolute' || minus !== (sign === 'negate');
  return `${lowers ? '-' : ''}${bare}`;
}

const signsOf = (components: Truth['components']) => new Map(components.map(({ index, sign }) => [index, sign]));

const proposedComponents = (proposed: readonly ProposedColumn[]) =>
  proposed.flatMap(({ column, index }) => (column.as === 'component' ? [{ index, sign: column.sign }] : []));

function compare(truth: Truth, proposed: readonly ProposedColumn[], money: Columns): Verdict['identity'] {
  const expected = truth.components.filter(({ index }) => money.hasMoney(index));
  const got = signsOf(proposedComponents(proposed).filter(({ index }) => money.hasMoney(index)));
  const netAt = proposed.find(({ column }) => column.as === 'net')?.index;
  if (expected.length === 0 || (netAt !== undefined && truth.netOr.includes(netAt)))
    return got.size === 0 ? 'none' : 'differs';
  if (got.size === 0) return 'missed';
  const same = got.size === expected.length && expected.every(({ index, sign }) => got.get(index) === sign);
  if (same) return 'same';
  const figures = (sums: ReadonlyMap<number, string>) =>
    [...sums]
      .map(([at, sign]) => money.contributions(at, sign))
      .sort()
      .join('\n');
  return figures(got) === figures(signsOf(expected)) ? 'equal' : 'differs';
}

/** Only columns with money: of the others the file says nothing. */
function differences(
  truth: Truth,
  proposed: readonly ProposedColumn[],
  header: (index: number) => string,
  { hasMoney }: Columns,
): string {
  const [expected, got] = [signsOf(truth.components), signsOf(proposedComponents(proposed))];
  const all = [...new Set([...expected.keys(), ...got.keys()])];
  return all
    .filter((index) => hasMoney(index) && expected.get(index) !== got.get(index))
    .map((index) => `${header(index)}: ${got.get(index) ?? 'out'}, not ${expected.get(index) ?? 'out'}`)
    .join(', ');
}

export function renderVerdicts(verdicts: readonly Verdict[]): string {
  const width = Math.max(...verdicts.map(({ id }) => id.length));
  const lines = verdicts.map((verdict) => {
    const { id, rows, kind, key, net, nets, stated, proof, identity, proven, note } = verdict;
    return [
      ...[isFullyFound(verdict) ? '+' : '-', id.padEnd(width), String(rows).padStart(3)],
      ...[kind === 'found' ? '    ' : 'kind', `key ${key.padEnd(6)}`, `net ${net.padEnd(6)}`],
      ...[`${nets.same}/${nets.of}`.padStart(5), `${stated.padEnd(7)} ${proof.padEnd(6)}`, identity.padEnd(7)],
      ...[proven ? 'proven' : '      ', note],
    ].join('  ');
  });
  return [...lines, ...shares(verdicts)].join('\n');
}

/** By what the mappings state, and over all of them. */
export function shares(verdicts: readonly Verdict[]): string[] {
  const share = (name: string, of: readonly Verdict[]) => {
    const found = of.filter(isFullyFound).length;
    return `${name}: ${found} of ${of.length} in full, ${Math.floor((100 * found) / Math.max(1, of.length))} %`;
  };
  const wrong = verdicts.filter(({ identity }) => identity === 'false').length;
  return [
    ...STATED.map((stated) =>
      share(
        stated,
        verdicts.filter((verdict) => verdict.stated === stated),
      ),
    ),
    share('money files', verdicts),
    `false sums: ${wrong}`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void tryGoldens().then((verdicts) => console.log(renderVerdicts(verdicts)));
}
