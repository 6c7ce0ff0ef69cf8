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
  const documents = await tx.select<[string, string, 'withdrawal' | 'deposit', number, number, number]>(
    ['number', 'subject', 'kind', 'amount_left', 'arrived', 'fee'],
    'FROM bank_documents WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  const moved = new Map(
    groups.map(({ id, received, fee }) => [groupSubject(id), { left: received + fee, arrived: received, fee }]),
  );
  const faults = documents.flatMap(([number, subject, kind, left, arrived, fee]) => {
    const line = -(lines.get(subject) ?? 0);
    const must: Moved = kind === 'withdrawal' ? { left: line, arrived: line, fee: 0 } : (moved.get(subject) ?? NOTHING);
    return differences('bank_documents', number, [
      ['amount_left', left, must.left],
      ['arrived', arrived, must.arrived],
      ['fee', fee, must.fee],
    ]);
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

const NOTHING: Moved = { left: 0, arrived: 0, fee: 0 };

interface Group {
  readonly id: number;
  readonly deposits: readonly string[];
  readonly dues: readonly string[];
  readonly received: number;
  readonly fee: number;
  readonly reverses: number | null;
}

async function groupsOf(tx: Statements): Promise<Group[]> {
  const rows = await tx.select<[number, readonly string[], readonly string[], number, number, number | null]>(
    ['id', { json: 'deposits' }, { json: 'dues' }, 'received', 'fee', 'reverses'],
    'FROM deposit_groups WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  return rows.map(([id, deposits, dues, received, fee, reverses]) => ({ id, deposits, dues, received, fee, reverses }));
}

function faultsOfGroup({ id, deposits, received }: Group, lines: ReadonlyMap<string, number>): Fault[] {
  const came = deposits.reduce((total, key) => total + (lines.get(key) ?? 0), 0);
  return differences('deposit_groups', String(id), [['received', received, came]]);
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
