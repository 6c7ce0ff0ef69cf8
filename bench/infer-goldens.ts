// Tries the inference on every golden file of money with its mapping taken away: `npx tsx bench/infer-goldens.ts`.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ColumnMatch, detectMapping } from '../core/mapping/detect-mapping.ts';
import { type Inference, type ProposedColumn, inferMapping } from '../core/mapping/infer-mapping.ts';
import { mappingSchema } from '../core/mapping/mapping-schema.ts';
import type { Mapping, PayoutColumn, PayoutMapping } from '../core/mapping/mapping.ts';
import { isNamed } from '../core/mapping/named-columns.ts';
import { type SheetTable, textOfCell } from '../core/sheet-table.ts';
import { readWorkbook } from '../files/read-workbook.ts';

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MAPPINGS = folderOf('../mappings/');
const GOLDEN = folderOf('../tests/mappings/golden/');
const BESIDE = /\.(expected\.txt|encoding|password)$/;

/** What the inference made of one golden file, held against the mapping that a person wrote for it. */
export interface Verdict {
  readonly id: string;
  readonly rows: number;
  readonly key: 'found' | 'missed' | 'none';
  readonly net: 'found' | 'missed' | 'sum';
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

export const isFullyFound = ({ key, net, identity }: Verdict) =>
  key !== 'missed' && net !== 'missed' && ['same', 'equal', 'none'].includes(identity);

export async function tryGoldens(): Promise<Verdict[]> {
  const mappings = readdirSync(MAPPINGS)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed = mappingSchema.safeParse(JSON.parse(readFileSync(MAPPINGS + name, 'utf8')));
      return parsed.success && parsed.data.kind !== 'orders' ? [parsed.data] : [];
    });
  const verdicts: Verdict[] = [];
  for (const mapping of mappings) {
    for (const table of await tablesOf(mapping)) verdicts.push(judge(mapping, table));
  }
  return verdicts;
}

/** The sheets of a mapping's golden files that the mapping itself recognises. */
async function tablesOf(mapping: Mapping): Promise<SheetTable[]> {
  const names = readdirSync(GOLDEN).filter((name) => name.startsWith(`${mapping.id}.`) && !BESIDE.test(name));
  const tables: SheetTable[] = [];
  for (const name of names) tables.push(...(await sheetsOf(name, mapping.id)));
  return tables.filter((table) => detectMapping(table, [mapping]).outcome === 'recognised').slice(0, 1);
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
  readonly components: readonly { readonly index: number; readonly sign: string }[];
}

function truthOf(mapping: PayoutMapping, columns: readonly ColumnMatch[]): Truth {
  const named = (name: string) => columns.filter(({ column }) => isNamed(column, name)).map(({ index }) => index);
  const ruled = (mapping.key ?? []).flatMap((rule) => ('from' in rule ? named(rule.from) : []));
  const having = (role: PayoutColumn['as']) => columns.filter(({ column }) => (column as PayoutColumn).as === role);
  const net = having('net')[0];
  const components = having('component');
  const single = components.length === 1 ? components.map(({ index }) => index) : [];
  const netOr = net === undefined ? single : 'blank' in net.column ? (['sum', ...single] as const) : [];
  return {
    netOr,
    keys: [...ruled, ...having('orderNumber').map(({ index }) => index)],
    net: net?.index ?? null,
    components: components.map(({ column, index }) => ({
      index,
      sign: 'sign' in column ? String(column.sign) : '',
    })),
  };
}

function judge(mapping: PayoutMapping, table: SheetTable): Verdict {
  const detection = detectMapping(table, [mapping]);
  if (detection.outcome !== 'recognised') throw new Error(`${mapping.id} does not know its golden file`);
  const truth = truthOf(mapping, detection.recognised.columns);
  const inference = inferMapping(table);
  const rows = table.rows.length - detection.recognised.headerIndex - 1;
  if (inference.outcome !== 'proposed') return missed(mapping.id, rows, inference);
  const proposed = inference.columns;
  const at = (role: PayoutColumn['as']) => proposed.find(({ column }) => column.as === role)?.index ?? null;
  const ruled = (inference.mapping.key ?? []).flatMap((rule) => ('from' in rule ? [rule.from] : []));
  const keyAt = at('orderNumber') ?? proposed.find(({ column }) => ruled.includes(column.header))?.index ?? null;
  const key = truth.keys.length === 0 ? 'none' : keyAt !== null && truth.keys.includes(keyAt) ? 'found' : 'missed';
  const net = netVerdict(truth, at('net'));
  const columns = columnsOf(table, inference.headerRow - table.firstRow);
  const header = (index: number | null) => textOfCell(table.rows[detection.recognised.headerIndex]?.[index ?? -1]);
  return {
    ...{ id: mapping.id, rows, key, net },
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
  ...{ id, rows, key: 'missed', net: 'missed', identity: 'missed', proven: false, readsItself: false, note: outcome },
});

/** A proof names every row on which it does not hold. */
function holdsWhereSaid(inference: Extract<Inference, { outcome: 'proposed' }>): boolean {
  const { proof } = inference;
  return proof === null || proof.holdsOn + proof.bareRows.length + proof.failingRows.length === proof.rows;
}

interface Columns {
  readonly hasMoney: (index: number) => boolean;
  /** All its texts, to see whether two columns are equal. */
  readonly figures: (index: number) => string;
}

function columnsOf(table: SheetTable, headerIndex: number): Columns {
  const texts = (index: number) => table.rows.slice(headerIndex + 1).map((row) => textOfCell(row[index]));
  return {
    hasMoney: (index) => texts(index).some((text) => /[1-9]/.test(text)),
    figures: (index) => texts(index).join(' '),
  };
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
      .map(([at, sign]) => `${sign} ${money.figures(at)}`)
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
  const lines = verdicts.map(({ id, rows, key, net, identity, proven, note }) =>
    [
      id.padEnd(width),
      String(rows).padStart(4),
      key.padEnd(6),
      net.padEnd(6),
      identity.padEnd(7),
      proven ? 'proven' : '      ',
      note,
    ].join('  '),
  );
  const found = verdicts.filter(isFullyFound).length;
  const wrong = verdicts.filter(({ identity }) => identity === 'false').length;
  const share = Math.floor((100 * found) / Math.max(1, verdicts.length));
  return [...lines, `${found} of ${verdicts.length} money files in full: ${share} %; false sums: ${wrong}`].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void tryGoldens().then((verdicts) => console.log(renderVerdicts(verdicts)));
}
