import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How much script a browser loads to show one route, everything counted: the app's entry, the route and what both share. */
export type RouteSize = { readonly route: string; readonly bytes: number };

type ManifestEntry = {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
type Manifest = Readonly<Record<string, ManifestEntry>>;

/** The most script a route may load, gzipped, in bytes. */
export const routeBytesMax = 150_000;

/**
 * Measures a built app by its manifest (`.vite/manifest.json`): each module that the entry loads lazily is a route, except words, of
 * which the heaviest language is counted for every route, and that of a part's own words for the routes that bring them. Forms and dialogs that a route loads later count as part of it, as if all
 * were opened. Sizes are gzipped at level 9.
 */
export async function measureRoutes(folder: string): Promise<readonly RouteSize[]> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const keys = Object.keys(manifest);
  const start = reach(manifest, { from: keys.filter((key) => manifest[key]?.isEntry === true) });
  const lazy = [...new Set([...start].flatMap((key) => manifest[key]?.dynamicImports ?? []))];
  const sizeOf = createSizer(folder, manifest);
  const isWords = (key: string): boolean => /\/locales\/[^/]+\.json$/.test(key);
  const wordBytes = await sumHeaviestWords(lazy.filter(isWords), sizeOf);
  const startBytes = wordBytes + (await sumSizes(start, sizeOf));
  const routes = lazy.filter((key) => !isWords(key));
  if (routes.length === 0) return [{ route: 'the whole app', bytes: startBytes }];
  const measured = routes.map(async (route) => {
    const own = [...reach(manifest, { from: [route], beyond: start })];
    const words = await sumHeaviestWords(own.filter(isWords), sizeOf);
    const script = await sumSizes(new Set(own.filter((key) => !isWords(key))), sizeOf);
    return { route, bytes: startBytes + words + script };
  });
  return (await Promise.all(measured)).toSorted((a, b) => b.bytes - a.bytes);
}

/** The routes above the budget. */
export function findOverweight(sizes: readonly RouteSize[], bytesMax = routeBytesMax): readonly RouteSize[] {
  return sizes.filter(({ bytes }) => bytes > bytesMax);
}

type Reach = {
  readonly from: readonly string[];
  /** What is loaded already; without it only what comes at once is followed, not what comes later. */
  readonly beyond?: ReadonlySet<string>;
};

function reach(manifest: Manifest, { from, beyond }: Reach): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key) || beyond?.has(key)) continue;
    reached.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
    if (beyond !== undefined) waiting.push(...(manifest[key]?.dynamicImports ?? []));
  }
  return reached;
}

type Sizer = (key: string) => Promise<number>;

function createSizer(folder: string, manifest: Manifest): Sizer {
  const known = new Map<string, Promise<number>>();
  return (key) => {
    const file = manifest[key]?.file ?? '';
    if (!file.endsWith('.js')) return Promise.resolve(0);
    const size =
      known.get(file) ?? readFile(join(folder, file)).then((script) => gzipSync(script, { level: 9 }).length);
    known.set(file, size);
    return size;
  };
}

/** One language is loaded at a time, from each folder of words. */
async function sumHeaviestWords(keys: readonly string[], sizeOf: Sizer): Promise<number> {
  const heaviest = new Map<string, number>();
  for (const key of keys) {
    const folder = key.slice(0, key.lastIndexOf('/'));
    heaviest.set(folder, Math.max(heaviest.get(folder) ?? 0, await sizeOf(key)));
  }
  return sum([...heaviest.values()]);
}

async function sumSizes(keys: ReadonlySet<string>, sizeOf: Sizer): Promise<number> {
  return sum(await Promise.all([...keys].map(sizeOf)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
