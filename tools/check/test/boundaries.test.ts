import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findViolations } from '../boundaries.mjs';
import { rulesOnPage } from './rules-on-page.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function brokenRules(): string[] {
  return findViolations(root).map(({ rule }: { rule: string }) => rule);
}

const policyImport = `import { bookPolicy } from '../book.policy.js';\n`;
const book = 'services/learning/src/book';

const planted: [rule: string, file: string, text: string][] = [
  ['domain-is-pure', `${book}/book.ts`, `import { readFile } from 'node:fs/promises';`],
  ['domain-is-pure', `${book}/book.ts`, `import { GraphQLError } from 'graphql';`],
  ['domain-is-pure', `${book}/book.ts`, `import type { BookEntity } from './book.entity.js';`],
  ['domain-is-pure', `${book}/book.ts`, `export { EntitySchema } from 'typeorm';`],
  ['policy-is-pure', `${book}/book.policy.ts`, `import { In } from 'typeorm';`],
  ['policy-is-pure', `${book}/book.policy.ts`, `import type { Context } from '../context.js';`],
  ['entity-maps-only', `${book}/book.entity.ts`, `import { lend } from './book.js';`],
  ['repository-queries-only', `${book}/book.repository.ts`, `import { publish } from '@guildhall/events';`],
  ['repository-queries-only', `${book}/book.repository.ts`, `import { lendBook } from './use-cases/lend-book.js';`],
  ['use-case-decides-only', `${book}/use-cases/lend-book.ts`, `${policyImport}import { In } from 'typeorm';`],
  [
    'use-case-decides-only',
    `${book}/use-cases/lend-book.ts`,
    `${policyImport}import { bookRepository } from '../book.repository.js';`,
  ],
  [
    'use-case-decides-only',
    `${book}/use-cases/lend-book.ts`,
    `${policyImport}import { randomUUID } from 'node:crypto';`,
  ],
  ['use-case-asks-policy', `${book}/use-cases/lend-book.ts`, `import type { Actor } from '@guildhall/kernel';`],
  ['use-case-asks-policy', `${book}/use-cases/lend-book.ts`, `import type { Deps } from '../../deps.js';`],
  ['edge-translates-only', `${book}/book.resolvers.ts`, `import { DataSource } from 'typeorm';`],
  ['edge-translates-only', `${book}/book.resolvers.ts`, `import type { BookEntity } from './book.entity.js';`],
  ['edge-translates-only', `${book}/book.loaders.ts`, `import { bookRepository } from './book.repository.js';`],
  ['module-to-module', `${book}/book.repository.ts`, `import { shelfRepository } from '../shelf/shelf.repository.js';`],
  ['module-to-module', `${book}/book.policy.ts`, `import { moveShelf } from '../shelf/use-cases/move-shelf.js';`],
  ['service-to-service', 'services/learning/src/app.ts', `import { createApp } from '@guildhall/membership';`],
  [
    'service-to-service',
    'services/learning/test/app.int.test.ts',
    `import { createApp } from '@guildhall/membership';`,
  ],
  ['service-to-service', 'services/learning/src/app.ts', `import { startGateway } from '@guildhall/gateway';`],
  ['service-to-service', 'gateway/src/plan.ts', `import { createApp } from '@guildhall/membership';`],
  ['service-to-service', 'packages/events/src/relay.ts', `import { createApp } from '@guildhall/membership';`],
  ['package-has-one-face', 'services/learning/src/app.ts', `import { createApp } from '../../membership/src/app.js';`],
  ['package-has-one-face', 'gateway/src/plan.ts', `import { ok } from '../../packages/kernel/src/result.js';`],
  ['app-uses-client', 'apps/portal/src/home.tsx', `import { readBooks } from '@guildhall/subgraph';`],
  ['decisions-take-time', `${book}/book.ts`, `const now = new Date();`],
  ['decisions-take-time', `${book}/use-cases/lend-book.ts`, `${policyImport}const chance = Math.random();`],
  ['decisions-take-time', `${book}/book.policy.ts`, `const at = Date.now();`],
  ['no-enum', 'packages/events/src/relay.ts', `enum State { ON }`],
  [
    'export-is-documented',
    'packages/events/src/relay.ts',
    `/** About one. */\nexport const one = 1;\nexport const two = 2;`,
  ],
  ['file-has-a-subject', 'packages/events/src/utils.ts', ``],
];

describe('a planted violation is named', () => {
  test.each(planted)('%s in %s: %s', (rule, file, text) => {
    plant(file, text);
    expect(brokenRules()).toEqual([rule]);
  });
});

test('the page of lint rules lists exactly the boundary rules planted here', () => {
  expect(rulesOnPage(/^Boundaries/)).toEqual([...new Set(planted.map(([rule]) => rule))].sort());
});

test('a service laid out as the architecture says breaks no rule', () => {
  plant(
    `${book}/book.ts`,
    `import { ok } from '@guildhall/kernel';\nimport type { Shelf } from '../shelf/shelf.js';\nconst then = new Date(0);`,
  );
  plant(
    `${book}/book.policy.ts`,
    `import type { Actor } from '@guildhall/kernel';\nimport { mayShelve } from '../shelf/shelf.policy.js';\nimport type { Book } from './book.js';`,
  );
  plant(`${book}/book.entity.ts`, `import { EntitySchema } from 'typeorm';\nimport type { Book } from './book.js';`);
  plant(
    `${book}/book.repository.ts`,
    `import { In } from 'typeorm';\nimport { page } from '@guildhall/subgraph';\nimport { BookEntity } from './book.entity.js';`,
  );
  plant(
    `${book}/use-cases/lend-book.ts`,
    `${policyImport}import { bookLent } from '@guildhall/events';\nimport type { BookRepository } from '../book.repository.js';\nimport type { ShelfRepository } from '../../shelf/shelf.repository.js';\nimport { moveShelf } from '../../shelf/use-cases/move-shelf.js';`,
  );
  plant(
    `${book}/use-cases/expire-loan.ts`,
    `import { systemActor } from '@guildhall/kernel';\nimport type { Deps } from '../../deps.js';`,
  );
  plant(
    `${book}/use-cases/lend-two.ts`,
    `import type { Actor } from '@guildhall/kernel';\nimport { lendBook } from './lend-book.js';`,
  );
  plant('services/learning/src/wiring/use-cases.ts', `import { lendBook } from '../book/use-cases/lend-book.js';`);
  plant(
    `${book}/book.resolvers.ts`,
    `import type * as Gql from '../generated/graphql.js';\nimport { toResult } from '@guildhall/subgraph';`,
  );
  plant(
    'services/learning/src/app.ts',
    `import { bookRepository } from './book/book.repository.js';\nimport { readFile } from 'node:fs/promises';`,
  );
  plant('apps/standalone/src/platform.ts', `import { createApp } from '@guildhall/learning';`);
  expect(findViolations(root)).toEqual([]);
});

test('a violation is reported with its file and line', () => {
  plant('packages/events/src/relay.ts', `/** About one. */\nexport const one = 1;\n\nenum State { ON }`);
  expect(findViolations(root)).toEqual([
    { file: 'packages/events/src/relay.ts', line: 4, rule: 'no-enum', detail: 'declares an enum' },
  ]);
});

test('a file that cannot be parsed is an error, not a clean file', () => {
  plant('packages/events/src/relay.ts', 'const = ;');
  expect(() => findViolations(root)).toThrow('packages/events/src/relay.ts');
});
