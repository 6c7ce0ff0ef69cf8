// Arrows, one way: addin -> core <- server. Folder by folder, what it may reach, and which doors have one key.
const folders = 'core|mappings|files|server|addin|workbench|bench|tests|scripts';
const only = (from, allowed) => ({
  name: `${from}-may-import-only-${allowed.join('-')}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: `^(${folders})/`, pathNot: `^(${allowed.join('|')})/` },
});
const never = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    // A child may name its parent's type (sheet -> workbook); what runs must not go round in a circle, and core not even in types.
    never('no-circular', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    never('no-circular-types-in-core', { path: '^core/' }, { circular: true }),
    only('core', ['core']),
    only('files', ['files', 'core']),
    only('server', ['server', 'core', 'mappings', 'files']),
    only('addin', ['addin', 'core']),
    only('workbench', ['workbench', 'core', 'files']),
    only('mappings', ['mappings', 'core']),
    only('scripts', ['scripts']),
    only('bin', ['server']),
    never('money-has-one-door', { pathNot: '^(core/money\\.ts|tests/)' }, { path: 'decimal\\.js' }),
    never('core-has-no-platform', { path: '^core/' }, { dependencyTypes: ['core'] }),
    never('pages-have-no-node', { path: '^(addin|workbench/page)/' }, { dependencyTypes: ['core'] }),
    never(
      'database-stays-in-server',
      { pathNot: '^(server|tests|bench)/' },
      { path: 'node_modules/(knex|pg|libsql|sqlite3)/' },
    ),
    never(
      'no-development-packages-in-production',
      { path: '^(server|core|files|mappings|bin)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
