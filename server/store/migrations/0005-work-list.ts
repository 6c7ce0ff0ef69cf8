// What people did about discrepancies. Entries are only added; the amounts in a payload are text, as they travel.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const workList: Migration = {
  name: '0005-work-list',
  statements: (dialect) => [
    createTable(dialect, 'work_events', workEvents),
    ...dialect.protect('work_events'),
    'CREATE INDEX work_events_by_subject ON work_events (company_id, subject)',
  ],
};

// subject: an order's key or a payout line's. figures: fingerprint of the figures that were decided on.
const workEvents = `seq INT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('assign', 'wait', 'claim',
    'note', 'resolve', 'reopen', 'link', 'decline', 'accept-fee', 'write-off', 'approve')), payload TEXT NOT NULL,
    figures TEXT NOT NULL, author TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (company_id, seq)`;
