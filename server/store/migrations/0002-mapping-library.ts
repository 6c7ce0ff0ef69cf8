// The team's mapping library: versions and confirmations are posted, drafts and counters change. A built-in version is
// kept from the moment somebody here uses it or builds on it, because the product brings only its newest.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const mappingLibrary: Migration = {
  name: '0002-mapping-library',
  statements: (dialect) => [
    ...Object.entries(tables).map(([name, body]) => createTable(dialect, name, body)),
    ...['mapping_versions', 'mapping_confirmations'].flatMap((table) => dialect.protect(table)),
  ],
};

const tables = {
  // `content` is the text of the mapping's file, as it is exported.
  mapping_versions: `mapping_id TEXT NOT NULL, origin TEXT NOT NULL CHECK (origin IN ('built-in', 'team')),
    version INT NOT NULL CHECK (version > 0), based_on INT, content TEXT NOT NULL, author TEXT NOT NULL,
    note TEXT NOT NULL, published_at TEXT NOT NULL, PRIMARY KEY (company_id, mapping_id, origin, version)`,
  mapping_drafts: `mapping_id TEXT NOT NULL, revision INT NOT NULL, base_origin TEXT, base_version INT, based_on INT,
    content TEXT NOT NULL, conflicts TEXT NOT NULL, author TEXT NOT NULL, note TEXT NOT NULL, saved_at TEXT NOT NULL,
    PRIMARY KEY (company_id, mapping_id)`,
  mapping_confirmations: `mapping_id TEXT NOT NULL, origin TEXT NOT NULL, version INT NOT NULL,
    confirmed_by TEXT NOT NULL, confirmed_at TEXT NOT NULL, PRIMARY KEY (company_id, mapping_id, origin, version)`,
  mapping_uses: `mapping_id TEXT NOT NULL, version INT NOT NULL, uses INT NOT NULL, last_batch TEXT NOT NULL,
    last_used_at TEXT NOT NULL, last_read_well_at TEXT, last_problem_at TEXT,
    PRIMARY KEY (company_id, mapping_id, version)`,
};
