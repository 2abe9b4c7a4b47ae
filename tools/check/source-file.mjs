import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

const ignored = ['**/node_modules/**', '**/dist/**', '**/generated/**', '**/fixtures/**', '**/public/**'];

/** Every TypeScript file of the workspace below `root`, as forward-slash paths relative to it, in a stable order. */
export function sourcePaths(root) {
  return globSync('{services/*,gateway,packages/*,apps/*}/**/*.{ts,tsx}', { cwd: root, exclude: ignored })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.includes('/node_modules/') && !file.endsWith('.d.ts'))
    .sort();
}

/** Parses one file; throws when it is not TypeScript, because a file that cannot be read cannot be called clean. */
export function readSource(root, file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const { program, module, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return { file, text, program, comments, imports: importsOf(module) };
}

/** The line, counted from 1, of an offset into the text. */
export function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

/** Calls `visit` on every syntax node of a parsed file. */
export function walk(node, visit) {
  if (Array.isArray(node)) return node.forEach((child) => walk(child, visit));
  if (node === null || typeof node !== 'object') return undefined;
  if (typeof node.type === 'string') visit(node);
  return Object.values(node).forEach((child) => walk(child, visit));
}

function importsOf(module) {
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    names: entries.map((entry) => entry.importName.name),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    start,
  }));
  const reExports = module.staticExports.flatMap(({ entries, start }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({ specifier: entry.moduleRequest.value, names: [], typeOnly: entry.isType, start })),
  );
  return [...imports, ...reExports];
}
