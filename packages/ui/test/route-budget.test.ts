import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findOverweight, measureRoutes } from '../vite-preset/route-budget.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-budget-'));
  mkdirSync(join(folder, '.vite'));
  // Random bytes do not compress, so their gzipped size is known within a few bytes.
  for (const [file, bytes] of [
    ['entry', 50_000],
    ['shared', 60_000],
    ['small', 10_000],
    ['large', 36_000],
    ['dialog', 9_000],
    ['en', 2_000],
    ['zh', 3_000],
  ] as const) {
    writeFileSync(join(folder, `${file}.js`), randomBytes(bytes));
  }
  const manifest = {
    'index.html': {
      file: 'entry.js',
      isEntry: true,
      imports: ['_shared'],
      dynamicImports: ['src/Small.tsx', 'src/Large.tsx', 'src/locales/en.json', 'src/locales/zh.json'],
    },
    _shared: { file: 'shared.js' },
    'src/Small.tsx': { file: 'small.js', imports: ['_shared', 'index.html'] },
    'src/Large.tsx': { file: 'large.js', imports: ['_shared'], dynamicImports: ['src/Dialog.tsx'] },
    'src/Dialog.tsx': { file: 'dialog.js', imports: ['_shared', 'index.html'] },
    'src/locales/en.json': { file: 'en.js' },
    'src/locales/zh.json': { file: 'zh.js' },
  };
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the script a route loads', () => {
  it('is everything it needs now and later, counted once, and the heaviest language', async () => {
    const sizes = await measureRoutes(folder);
    expect(sizes.map(({ route, bytes }) => [route, Math.round(bytes / 1_000)])).toEqual([
      ['src/Large.tsx', 158],
      ['src/Small.tsx', 123],
    ]);
  });

  it('may not be above the budget', async () => {
    expect(findOverweight(await measureRoutes(folder)).map(({ route }) => route)).toEqual(['src/Large.tsx']);
  });
});
