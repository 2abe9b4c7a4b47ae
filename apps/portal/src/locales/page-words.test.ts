import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = join(import.meta.dirname, '..');
const shared = join(source, '../../../packages/ui/src');
const read = (file: string): string => readFileSync(file, 'utf8');
const sectionsIn = (folder: string): string[] => Object.keys(JSON.parse(read(join(folder, 'en.json'))));

/** The module behind a relative import. */
function moduleAt(from: string, specifier: string): string | undefined {
  const bare = resolve(dirname(from), specifier).replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.tsx`].find((file) => existsSync(file));
}

const ofPart = /lazyPart\(\(\) => import\('([^']+)'\)/g;

/** Every module of the app that a page loads, at once or later, but for parts that come with words of their own. */
function modulesOf(page: string, known = new Set<string>()): Set<string> {
  if (known.has(page) || page.includes('/generated/')) return known;
  known.add(page);
  for (const [, specifier = ''] of read(page)
    .replaceAll(ofPart, '')
    .matchAll(/(?:from |import\()'(\.[^']+\.js)'/g)) {
    const next = moduleAt(page, specifier);
    if (next !== undefined) modulesOf(next, known);
  }
  return known;
}

/** The sections that a page or a module of words brings, its own and those it takes from others. */
function broughtBy(file: string): string[] {
  const text = read(file);
  const own = [...text.matchAll(/import\('(\.[^']*)\/en\.json'/g)].map(([, folder = '']) =>
    resolve(dirname(file), folder),
  );
  const ofUi = [...text.matchAll(/\b(mediation|inbox|file)Words\b/g)].map(([, part]) =>
    join(shared, part === 'file' ? 'files' : (part ?? ''), 'locales'),
  );
  const others = [...text.matchAll(/from '(\.[^']*words\.js)'/g)].map(([, specifier = '']) =>
    moduleAt(file, specifier),
  );
  return [...own, ...ofUi]
    .flatMap(sectionsIn)
    .concat(...others.map((other) => (other === undefined ? [] : broughtBy(other))));
}

/** The parts that modules load later, with words of their own. */
function partsIn(modules: ReadonlySet<string>): readonly string[] {
  return [...modules].flatMap((file) =>
    [...read(file).matchAll(ofPart)].flatMap(([, specifier = '']) => moduleAt(file, specifier) ?? []),
  );
}

/** The sections that a page asks for before they are there, its parts included. */
function missingAt(file: string, there: ReadonlySet<string> = new Set()): readonly string[] {
  const brings = /export (?:\{ \w+(?: as words)? \}|const words)/.test(read(file));
  const brought = new Set([...there, ...(brings ? broughtBy(file) : [])]);
  const modules = modulesOf(file);
  const asked = [...modules].flatMap((each) =>
    [...read(each).matchAll(/['`"]([a-zA-Z]+)\./g)].map(([, section = '']) => section),
  );
  const missing = [...new Set(asked)].filter((section) => ofParts.has(section) && !brought.has(section));
  return [...missing, ...partsIn(modules).flatMap((part) => missingAt(part, brought))];
}

const parts = globSync('*/**/en.json', { cwd: source }).map((file) => join(source, dirname(file)));
const always = new Set([join(source, 'locales'), join(shared, 'locales')].flatMap(sectionsIn));
const ofParts = new Set(parts.flatMap(sectionsIn).filter((section) => !always.has(section)));
const routes = globSync('*routes.ts', { cwd: source }).map((file) => read(join(source, file)));
const pages = [...routes.join('\n').matchAll(/import\('(\.[^']+\.js)'\)/g)].map(([, page = '']) => page);

describe('the words of a page', () => {
  it.each(pages)('that %s asks for are loaded with it, with its part or with every page', (page) => {
    expect(missingAt(moduleAt(join(source, 'routes.ts'), page) ?? '')).toEqual([]);
  });
});
