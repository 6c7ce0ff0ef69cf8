// Which payouts arrived as which deposits. Groups are posted; taking one back is a further entry that names it and sets
// its members free. `deposit_members` holds what is taken just now, so that nothing is taken twice.
import type { DepositGroup, DepositPass } from '../../core/bank/deposit-match.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { Statements } from './database.ts';
import { nextId } from './next-id.ts';

export interface HeldGroup {
  readonly id: number;
  readonly group: DepositGroup;
  readonly decidedBy: string;
  /** Null where no run of the engine found it. */
  readonly runId: number | null;
}

const groupColumns = {
  id: 'integer',
  pass: 'text',
  currency: 'text',
  dues: 'text',
  deposits: 'text',
  due: 'integer',
  received: 'integer',
  fee: 'integer',
  unexplained: 'integer',
  evidence: 'text',
  run_id: 'integer',
  reverses: 'integer',
  decided_by: 'text',
  matched_at: 'text',
  arrived_in: 'text',
  arrived: 'integer',
} as const;

interface Posting {
  readonly decidedBy: string;
  readonly runId: number | null;
  readonly now: string;
}

/** The evidence is kept as it was: the policy, the fees, and whatever else decided. */
export async function insertDepositGroups(
  tx: Statements,
  groups: readonly DepositGroup[],
  evidence: object,
  posting: Posting,
): Promise<void> {
  const first = await nextId(tx, 'deposit_groups');
  const kept = JSON.stringify(evidence);
  await tx.insert(
    'deposit_groups',
    groupColumns,
    groups.map((group, at) => rowOf(group, { id: first + at, reverses: null, evidence: kept }, posting)),
  );
  const members = groups.flatMap((group, at) => membersOf(group).map((member) => [member, first + at]));
  await tx.insert('deposit_members', { member: 'text', group_id: 'integer' }, members);
}

/** Posts the reversal and sets the members free. */
export async function reverseDepositGroup(tx: Statements, { id, group }: HeldGroup, posting: Posting): Promise<void> {
  const own = { id: await nextId(tx, 'deposit_groups'), reverses: id, evidence: '{}' };
  await tx.insert('deposit_groups', groupColumns, [rowOf(group, own, posting)]);
  await tx.run('DELETE FROM deposit_members WHERE company_id = ? AND group_id = ?', [tx.company, id]);
}

interface Own {
  readonly id: number;
  readonly reverses: number | null;
  readonly evidence: string;
}

function rowOf(group: DepositGroup, { id, reverses, evidence }: Own, { decidedBy, runId, now }: Posting): unknown[] {
  const { pass, currency, dues, deposits, due, received, arrivedIn, fee, unexplained } = group;
  const isConverted = arrivedIn !== undefined;
  const sides = [JSON.stringify(dues), JSON.stringify(deposits)];
  return [
    ...[id, pass, currency, ...sides, due, isConverted ? due : received, fee, unexplained],
    ...[evidence, runId, reverses, decidedBy, now, arrivedIn ?? null, isConverted ? received : null],
  ];
}

const membersOf = ({ dues, deposits }: DepositGroup) => [
  ...dues.map((key) => `due ${key}`),
  ...deposits.map((key) => `deposit ${key}`),
];

type GroupRow = [
  id: number,
  pass: DepositPass,
  currency: Currency,
  dues: string[],
  deposits: string[],
  due: Amount,
  received: Amount,
  fee: Amount,
  unexplained: Amount,
  runId: number | null,
  decidedBy: string,
  arrivedIn: Currency | null,
  arrived: Amount | null,
];

/** Accepted and not taken back, oldest first. */
export async function liveDepositGroups(tx: Statements): Promise<HeldGroup[]> {
  const rows = await tx.select<GroupRow>(
    ['g.id', 'g.pass', 'g.currency', { json: 'g.dues' }, { json: 'g.deposits' }, ...FIGURES],
    `FROM deposit_groups g LEFT JOIN deposit_groups r ON r.company_id = g.company_id AND r.reverses = g.id
     WHERE g.company_id = ? AND g.reverses IS NULL AND r.id IS NULL ORDER BY g.id`,
    [tx.company],
  );
  return rows.map(
    ([id, pass, currency, dues, deposits, due, received, fee, unexplained, runId, decidedBy, ...other]) => {
      const [arrivedIn, arrived] = other;
      const group = { pass, currency, dues, deposits, due, received, fee, unexplained };
      const converted = arrivedIn === null || arrived === null ? {} : { arrivedIn, received: arrived };
      return { id, group: { ...group, ...converted }, decidedBy, runId };
    },
  );
}

const FIGURES = [
  ...['g.due', 'g.received', 'g.fee', 'g.unexplained', 'g.run_id', 'g.decided_by', 'g.arrived_in', 'g.arrived'],
] as const;

const declineColumns = { due_key: 'text', deposit_key: 'text', declined_by: 'text', declined_at: 'text' } as const;

/** Declining a pair again changes nothing. */
export async function insertDeclined(tx: Statements, due: string, deposit: string, by: string, now: string) {
  const declined = await declinedPairs(tx);
  if (declined.some(([one, other]) => one === due && other === deposit)) return;
  await tx.insert('declined_deposits', declineColumns, [[due, deposit, by, now]]);
}

export async function declinedPairs(tx: Statements): Promise<[due: string, deposit: string][]> {
  return tx.select(['due_key', 'deposit_key'], 'FROM declined_deposits WHERE company_id = ?', [tx.company]);
}
