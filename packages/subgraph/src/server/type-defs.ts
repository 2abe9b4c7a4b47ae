import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { concatAST, parse, Source, type DocumentNode } from 'graphql';

/** The folder of the package that a module belongs to; the same for sources and for compiled files. */
export function packageRoot(moduleUrl: string): string {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${moduleUrl}`);
  }
}

/** The whole SDL of a service: every `.graphql` file beside the code that serves it, and the types all services share. */
export function loadTypeDefs(serviceRoot: string): DocumentNode {
  const own = globSync('src/**/*.graphql', { cwd: serviceRoot })
    .sort()
    .map((file) => join(serviceRoot, file));
  const shared = join(packageRoot(import.meta.url), 'shared.graphql');
  return concatAST([shared, ...own].map((file) => parse(new Source(readFileSync(file, 'utf8'), file))));
}
