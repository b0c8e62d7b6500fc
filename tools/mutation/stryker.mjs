export default {
  mutate: ['loaders/{document,vocabulary,structure,records,ledger,checks}/**/*.ts'],
  testRunner: 'vitest',
  // all tests stand in one file, so what a change is related to is told by coverage alone
  vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // no such file: Stryker would rewrite the real one with an API that TypeScript 7 no longer has
  tsconfigFile: 'tools/mutation/tsconfig.json',
  ignorePatterns: ['/build', '/dist', '/warehouse', '/.warehouse.*', '/docs', '/tests/site'],
  tempDirName: 'build/stryker',
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: 'build/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: 'build/mutation/report.json' },
  htmlReporter: { fileName: 'build/mutation/report.html' },
}
