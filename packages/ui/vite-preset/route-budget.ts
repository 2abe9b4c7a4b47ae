import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How much script a browser loads for one route, the app's entry and what both share included. */
export type RouteSize = {
  readonly route: string;
  /** To show it. */
  readonly bytes: number;
  /** As if every part that it brings later was there too. */
  readonly bytesWithParts: number;
};

type ManifestEntry = {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
type Manifest = Readonly<Record<string, ManifestEntry>>;

/** The most script a route may load to be shown, gzipped, in bytes. */
export const routeBytesMax = 150_000;
/** The most it may load in all: parts such as a camera or a dialog wait until somebody wants them, but are no way around the budget. */
export const routeBytesWithPartsMax = 180_000;

/**
 * Measures a built app by its manifest (`.vite/manifest.json`): each module that the entry loads lazily is a route, except words, of
 * which the heaviest language is counted for every route, and that of a part's own words for the routes that bring them. Sizes are
 * gzipped at level 9.
 */
export async function measureRoutes(folder: string): Promise<readonly RouteSize[]> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const keys = Object.keys(manifest);
  const start = reach(manifest, { from: keys.filter((key) => manifest[key]?.isEntry === true) });
  const lazy = [...new Set([...start].flatMap((key) => manifest[key]?.dynamicImports ?? []))];
  const sizeOf = createSizer(folder, manifest);
  const startBytes = (await sumHeaviestWords(lazy.filter(isWords), sizeOf)) + (await sumSizes(start, sizeOf));
  const routes = lazy.filter((key) => !isWords(key));
  if (routes.length === 0) return [{ route: 'the whole app', bytes: startBytes, bytesWithParts: startBytes }];
  const sumOf = async (own: ReadonlySet<string>): Promise<number> =>
    startBytes +
    (await sumHeaviestWords([...own].filter(isWords), sizeOf)) +
    (await sumSizes(new Set([...own].filter((key) => !isWords(key))), sizeOf));
  const measured = routes.map(async (route) => ({
    route,
    bytes: await sumOf(reach(manifest, { from: [route], beyond: start, later: isWords })),
    bytesWithParts: await sumOf(reach(manifest, { from: [route], beyond: start, later: () => true })),
  }));
  return (await Promise.all(measured)).toSorted((a, b) => b.bytes - a.bytes);
}

/** The routes above the budget. */
export function findOverweight(sizes: readonly RouteSize[]): readonly RouteSize[] {
  return sizes.filter(({ bytes, bytesWithParts }) => bytes > routeBytesMax || bytesWithParts > routeBytesWithPartsMax);
}

/** Words are loaded with the page they are for, though by an import of their own. */
function isWords(key: string): boolean {
  return /\/locales\/[^/]+\.json$/.test(key);
}

type Reach = {
  readonly from: readonly string[];
  /** What is loaded already. */
  readonly beyond?: ReadonlySet<string>;
  /** Which of the modules that are imported later are followed; none when left out. */
  readonly later?: (key: string) => boolean;
};

function reach(manifest: Manifest, { from, beyond, later = () => false }: Reach): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key) || beyond?.has(key)) continue;
    reached.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
    waiting.push(...(manifest[key]?.dynamicImports ?? []).filter(later));
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
