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
 * Measures a built app by its manifest (`.vite/manifest.json`): each lazily loaded module is a route, except words, of which the
 * heaviest language is counted for every route. Sizes are gzipped at level 9.
 */
export async function measureRoutes(folder: string): Promise<readonly RouteSize[]> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const keys = Object.keys(manifest);
  const entries = keys.filter((key) => manifest[key]?.isEntry === true);
  const lazy = [...new Set(keys.flatMap((key) => manifest[key]?.dynamicImports ?? []))];
  const sizeOf = createSizer(folder, manifest);
  const isWords = (key: string): boolean => /\/locales\/[^/]+\.json$/.test(key);
  const wordBytes = await sumHeaviestWords(lazy.filter(isWords), sizeOf);
  const routes = lazy.filter((key) => !isWords(key));
  const measured = [...(routes.length === 0 ? [''] : routes)].map(async (route) => {
    const reached = reach(manifest, route === '' ? entries : [...entries, route]);
    const sizes = await Promise.all([...reached].map(sizeOf));
    return { route: route === '' ? 'the whole app' : route, bytes: wordBytes + sum(sizes) };
  });
  return (await Promise.all(measured)).toSorted((a, b) => b.bytes - a.bytes);
}

/** The routes above the budget. */
export function findOverweight(sizes: readonly RouteSize[], bytesMax = routeBytesMax): readonly RouteSize[] {
  return sizes.filter(({ bytes }) => bytes > bytesMax);
}

function reach(manifest: Manifest, starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
