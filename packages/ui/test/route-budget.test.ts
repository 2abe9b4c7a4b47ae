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
    ['many', 13_000],
    ['camera', 60_000],
    ['dialog', 9_000],
    ['own-words', 2_000],
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
      dynamicImports: ['src/Small.tsx', 'src/Large.tsx', 'src/Many.tsx', 'src/locales/en.json', 'src/locales/zh.json'],
    },
    _shared: { file: 'shared.js' },
    'src/Small.tsx': { file: 'small.js', imports: ['_shared', 'index.html'] },
    'src/Large.tsx': {
      file: 'large.js',
      imports: ['_shared'],
      dynamicImports: ['src/Dialog.tsx', 'src/large/locales/en.json'],
    },
    'src/large/locales/en.json': { file: 'own-words.js' },
    'src/Many.tsx': {
      file: 'many.js',
      imports: ['_shared'],
      dynamicImports: ['src/Camera.tsx', 'src/many/locales/en.json'],
    },
    'src/many/locales/en.json': { file: 'own-words.js' },
    'src/Camera.tsx': { file: 'camera.js' },
    'src/Dialog.tsx': { file: 'dialog.js', imports: ['_shared', 'index.html'] },
    'src/locales/en.json': { file: 'en.js' },
    'src/locales/zh.json': { file: 'zh.js' },
  };
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the script a route loads', () => {
  it('is everything it needs, counted once, and the heaviest language, now and with its parts', async () => {
    const sizes = await measureRoutes(folder);
    const inKb = (bytes: number): number => Math.round(bytes / 1_000);
    expect(sizes.map(({ route, bytes, bytesWithParts }) => [route, inKb(bytes), inKb(bytesWithParts)])).toEqual([
      ['src/Large.tsx', 151, 160],
      ['src/Many.tsx', 128, 188],
      ['src/Small.tsx', 123, 123],
    ]);
  });

  it('may not be above the budget, to be shown or in all', async () => {
    const overweight = findOverweight(await measureRoutes(folder));
    expect(overweight.map(({ route }) => route)).toEqual(['src/Large.tsx', 'src/Many.tsx']);
  });
});
