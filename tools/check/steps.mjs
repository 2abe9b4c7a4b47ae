const jest = ['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

/**
 * The checks, in the order of the summary. Steps of one phase run side by side, a phase waits for the one before it, and
 * `mend` is what to type when the step fails. A step with `afterTypes` reads built output and is skipped without it.
 */
export const steps = [
  { name: 'format', phase: 1, commands: [['oxfmt', '--check']], mend: 'npx oxfmt' },
  { name: 'lint:schema', phase: 1, commands: [['eslint', '**/*.graphql']], mend: 'npx eslint "**/*.graphql"' },
  {
    name: 'boundaries',
    phase: 1,
    commands: [['node', 'tools/check/boundaries.mjs']],
    mend: 'node tools/check/boundaries.mjs',
  },
  {
    name: 'spelling',
    phase: 1,
    commands: [['cspell', '--no-progress']],
    mend: 'correct the word, or add it to cspell.words.txt',
  },
  {
    name: 'secrets',
    phase: 1,
    commands: [['node', 'tools/check/secrets.mjs']],
    mend: 'remove the secret, and revoke it if it was ever pushed',
  },
  { name: 'notes', phase: 1, commands: [['node', 'tools/check/notes.mjs']], mend: 'node tools/check/notes.mjs' },
  {
    name: 'types',
    phase: 1,
    commands: [
      ['turbo', 'run', 'build', '--output-logs=errors-only'],
      ['tsc', '-p', 'packages/tooling', '--noEmit'],
      ['tsc', '-p', 'tools'],
    ],
    mend: 'npm run build',
  },
  { name: 'lint', phase: 2, afterTypes: true, commands: [['oxlint', '--format=stylish']], mend: 'npx oxlint --fix' },
  { name: 'unused', phase: 2, commands: [['knip', '--no-progress', '--no-config-hints']], mend: 'npx knip' },
  {
    name: 'composition',
    phase: 2,
    afterTypes: true,
    commands: [['node', 'gateway/dist/compose.js', '--check']],
    mend: 'npm run compose',
  },
  {
    name: 'breaking-changes',
    phase: 2,
    commands: [['node', 'tools/check/breaking-changes.mjs']],
    mend: 'keep the old schema working, or acknowledge each change in gateway/schema-changelog.md',
  },
  {
    name: 'error-page',
    phase: 2,
    afterTypes: true,
    commands: [['node', 'tools/write-error-page.mjs', '--check']],
    mend: 'node tools/write-error-page.mjs',
  },
  {
    name: 'trusted-operations',
    phase: 2,
    afterTypes: true,
    commands: [['node', 'tools/write-trusted-operations.mjs', '--check']],
    mend: 'node tools/write-trusted-operations.mjs',
  },
  {
    name: 'schema-reference',
    phase: 2,
    commands: [['node', 'tools/write-schema-reference.mjs', '--check']],
    mend: 'node tools/write-schema-reference.mjs',
  },
  {
    name: 'migrations',
    phase: 3,
    afterTypes: true,
    isTest: true,
    commands: [[...jest, '--silent', 'migrations.int.test']],
    mend: 'npm run test -- migrations.int.test',
  },
  {
    name: 'tests',
    phase: 4,
    afterTypes: true,
    isTest: true,
    commands: [
      [
        ...jest,
        '--silent',
        '--testPathIgnorePatterns',
        '/node_modules/',
        '/dist/',
        '(browser|redis)\\.test',
        'migrations\\.int\\.test',
      ],
    ],
    mend: 'npm test',
  },
];
