// Proof of the bank's side: what came in is the sum of the statement's lines, what a document says is what its withdrawal
// or its deposit says, and what is taken is taken by a group that stands.
import { groupSubject } from '../../core/bank/bank-document.ts';
import { lineKeyOf } from '../../core/bank/check-deposits.ts';
import type { Statements } from '../store/database.ts';
import { differences, type Fault, type Prove } from './proof.ts';

interface Moved {
  readonly left: number;
  readonly arrived: number;
  readonly fee: number;
  readonly currency: string;
  /** The other side of a conversion. */
  readonly exchanged: number | null;
  readonly exchangedIn: string;
}

export const proveBankDocuments: Prove = async (tx) => {
  const lines = new Map(
    (
      await tx.select<[account: string, identity: string, amount: number]>(
        ['account_key', 'identity', 'amount'],
        'FROM bank_lines WHERE company_id = ?',
        [tx.company],
      )
    ).map(([account, identity, amount]) => [lineKeyOf({ account, identity }), amount]),
  );
  const groups = await groupsOf(tx);
  const moved = new Map(groups.flatMap(movedBy));
  const documents = await documentsOf(tx);
  const faults = together(documents).flatMap(({ number, subject, kind, runId: _, isReversal: __, ...is }) => {
    const line = -(lines.get(subject) ?? 0);
    const ofLine = { ...is, left: line, arrived: line, fee: 0, exchanged: null, exchangedIn: '' };
    const ofGroup = moved.get(`${kind} ${subject}`);
    const must = ofGroup ?? (kind === 'withdrawal' ? ofLine : { ...ofLine, left: 0, arrived: 0 });
    return [
      ...differences('bank_documents', number, [
        ['amount_left', is.left, must.left],
        ['arrived', is.arrived, must.arrived],
        ['fee', is.fee, must.fee],
        ['exchanged', is.exchanged, must.exchanged],
      ]),
      ...worded(number, 'currency', is.currency, must.currency),
      ...worded(number, 'exchanged_in', is.exchangedIn, must.exchangedIn),
    ];
  });
  return {
    name: 'BANK_DOCUMENTS',
    counted: lines.size + documents.length,
    faults: [
      ...faults,
      ...groups.flatMap((group) => faultsOfGroup(group, lines)),
      ...(await faultsOfMembers(tx, groups)),
    ],
  };
};

interface Documented extends Moved {
  readonly number: string;
  readonly runId: number;
  readonly isReversal: boolean;
  readonly subject: string;
  readonly kind: 'withdrawal' | 'deposit';
}

async function documentsOf(tx: Statements): Promise<Documented[]> {
  const rows = await tx.select<
    [string, string, Documented['kind'], number, number, number, string, number | null, string, number, number]
  >(
    [
      ...['number', 'subject', 'kind', 'amount_left', 'arrived', 'fee', 'currency', 'exchanged'],
      ...["coalesce(exchanged_in, '')", 'run_id', 'CASE WHEN reverses IS NULL THEN 0 ELSE 1 END'],
    ],
    'FROM bank_documents WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  return rows.map(([number, subject, kind, left, arrived, fee, currency, exchanged, exchangedIn, runId, reversal]) => {
    const about = { number, subject, kind, runId, isReversal: reversal === 1 };
    return { ...about, left, arrived, fee, currency, exchanged, exchangedIn };
  });
}

/** What a run posted of one kind and subject as one: a group of several shops has a document for each of them. */
function together(documents: readonly Documented[]): Documented[] {
  const sums = new Map<string, Documented>();
  for (const one of documents) {
    const key = [one.kind, one.subject, one.currency, one.exchangedIn, one.runId, one.isReversal].join('\u001f');
    const before = sums.get(key);
    sums.set(key, before === undefined ? one : added(before, one));
  }
  return [...sums.values()];
}

const added = (left: Documented, right: Documented): Documented => ({
  ...right,
  number: `${left.number} + ${right.number}`,
  left: left.left + right.left,
  arrived: left.arrived + right.arrived,
  fee: left.fee + right.fee,
  exchanged: left.exchanged === null ? right.exchanged : left.exchanged + (right.exchanged ?? 0),
});

function worded(name: string, field: string, found: string, expected: string): Fault[] {
  if (found === expected) return [];
  return [{ table: 'bank_documents', name, field, found: found || '—', expected: expected || '—' }];
}

/** By kind and subject: the document of a group, or the two of one that was converted. */
function movedBy({ id, currency, received, fee, arrived, arrivedIn }: Group): [string, Moved][] {
  const subject = groupSubject(id);
  if (arrived === null) {
    const whole = { left: received + fee, arrived: received, fee, currency, exchanged: null, exchangedIn: '' };
    return [[`deposit ${subject}`, whole]];
  }
  const sent = { left: received, arrived: received, fee: 0, currency, exchanged: arrived, exchangedIn: arrivedIn };
  const came = { left: arrived, arrived, fee: 0, currency: arrivedIn, exchanged: received, exchangedIn: currency };
  return [
    [`withdrawal ${subject}`, sent],
    [`deposit ${subject}`, came],
  ];
}

interface Group {
  readonly id: number;
  readonly deposits: readonly string[];
  readonly dues: readonly string[];
  readonly currency: string;
  readonly received: number;
  readonly fee: number;
  /** What came of a conversion, and in which currency; null and empty where nothing was converted. */
  readonly arrived: number | null;
  readonly arrivedIn: string;
  readonly reverses: number | null;
}

async function groupsOf(tx: Statements): Promise<Group[]> {
  type Row = [
    number,
    readonly string[],
    readonly string[],
    string,
    number,
    number,
    number | null,
    string,
    number | null,
  ];
  const rows = await tx.select<Row>(
    [
      ...['id', { json: 'deposits' }, { json: 'dues' }, 'currency', 'received', 'fee', 'arrived'],
      ...["coalesce(arrived_in, '')", 'reverses'],
    ],
    'FROM deposit_groups WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  return rows.map(([id, deposits, dues, currency, received, fee, arrived, arrivedIn, reverses]) => {
    return { id, deposits, dues, currency, received, fee, arrived, arrivedIn, reverses };
  });
}

/** Of a conversion `received` is what was due, which the database itself holds against its fee and rest. */
function faultsOfGroup({ id, deposits, received, arrived }: Group, lines: ReadonlyMap<string, number>): Fault[] {
  const came = deposits.reduce((total, key) => total + (lines.get(key) ?? 0), 0);
  const figure = arrived === null ? (['received', received, came] as const) : (['arrived', arrived, came] as const);
  return differences('deposit_groups', String(id), [figure]);
}

/** What groups hold that nobody took back, so that nothing else may take it. */
async function faultsOfMembers(tx: Statements, groups: readonly Group[]): Promise<Fault[]> {
  const reversed = new Set(groups.map(({ reverses }) => reverses));
  const standing = groups.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
  const must = new Map<string, number>(
    standing.flatMap(({ id, dues, deposits }) => [
      ...dues.map((key) => [`due ${key}`, id] as const),
      ...deposits.map((key) => [`deposit ${key}`, id] as const),
    ]),
  );
  const held = new Map(
    await tx.select<[string, number]>(['member', 'group_id'], 'FROM deposit_members WHERE company_id = ?', [
      tx.company,
    ]),
  );
  return [...new Set([...must.keys(), ...held.keys()])]
    .filter((member) => must.get(member) !== held.get(member))
    .map((name) => {
      const [found, expected] = [held.get(name) ?? '—', must.get(name) ?? '—'];
      return { table: 'deposit_members', name, field: 'group_id', found: String(found), expected: String(expected) };
    });
}
