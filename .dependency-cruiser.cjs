// Arrows, one way: addin -> core <- server. Folder -> what it may not reach.
const only = (from, allowed) => ({
  name: `${from}-may-import-only-${allowed.join('-')}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(core|addin|server|workbench|bench|tests|mappings)/', pathNot: `^(${allowed.join('|')})/` },
});
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('core', ['core']),
    only('server', ['server', 'core', 'mappings']),
    only('addin', ['addin', 'core']),
    only('workbench', ['workbench', 'core']),
    { name: 'money-has-one-door', severity: 'error', from: { pathNot: '^(core/money\\.ts|tests/)' }, to: { path: 'decimal\\.js' } },
    { name: 'one-fetch', severity: 'error', from: { path: '^core/' }, to: { dependencyTypes: ['core'] } },
    { name: 'no-dev-deps-in-server', severity: 'error', from: { path: '^(server|core)/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
