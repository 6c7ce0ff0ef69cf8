// Three kinds of test, one run: plain Node (core, server, CLI, the add-in on Microsoft's client), the pane in jsdom, the browser.
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(?:.*/node_modules/)?(?:hucre|strip-bom|uuid)/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json', 'node'],
};
const jsdomTests = '<rootDir>/tests/addin/panes/**/*.test.tsx';
const browserTests = '<rootDir>/tests/browser/**/*.test.ts';

export default {
  globalSetup: '<rootDir>/tests/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/global-teardown.mjs',
  maxWorkers: 2,
  // In ms: ample, so that a busy machine makes no test red; one that hangs still ends.
  testTimeout: 90_000,
  projects: [
    {
      ...base,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/'],
    },
    {
      ...base,
      displayName: 'panes',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/addin/panes/setup.ts'],
      testMatch: [jsdomTests],
    },
    { ...base, displayName: 'browser', testEnvironment: 'node', testMatch: [browserTests] },
  ],
};
