import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { firstTests } from './first-tests.mjs';
import { mutationNames } from './mutation-names.mjs';
import { mutationField, mutationTypes, remainingSteps, resolverEntry, useCase } from './mutation-texts.mjs';

/**
 * Adds a mutation to a service: SDL, use case, its place among the use cases, resolver entry and first tests. Nothing is
 * written when any part cannot be placed. Returns the files it wrote and what is left for the author.
 */
export function addMutation(root, request) {
  const names = mutationNames(root, request);
  const { folder, aggregate, serviceFolder, verbNoun, useCaseFile } = names;
  const sdl = path.join(folder, `${aggregate}.graphql`);
  const resolvers = path.join(folder, `${aggregate}.resolvers.ts`);
  const useCases = path.join(serviceFolder, 'src/use-cases.ts');
  const texts = new Map([
    [sdl, withMutationField(readFileSync(sdl, 'utf8'), names) + mutationTypes(names)],
    [useCaseFile, useCase(names)],
    [useCases, withUseCase(readFileSync(useCases, 'utf8'), names)],
    [resolvers, withResolver(readFileSync(resolvers, 'utf8'), names)],
    [path.join(serviceFolder, 'test', `${verbNoun}.int.test.ts`), firstTests(names)],
  ]);
  for (const [file, text] of texts) write(file, text);
  return { files: [...texts.keys()].map((file) => path.relative(root, file)), remaining: remainingSteps(names) };
}

function write(file, text) {
  if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function withMutationField(sdl, names) {
  const block = /^(?:extend )?type Mutation \{\n[^}]*/m;
  if (block.test(sdl)) return sdl.replace(block, (found) => found + mutationField(names));
  return `${sdl}\nextend type Mutation {\n${mutationField(names)}}\n`;
}

function withUseCase(text, { aggregate, verbNoun, field }) {
  const line = `import { ${field} } from './${aggregate}/use-cases/${verbNoun}.js';\n`;
  const list = /bindUseCases\(deps, \{\n/;
  if (!list.test(text)) throw new Error('src/use-cases.ts binds no use cases.');
  return inserted(text, line).replace(list, (found) => `${found}    ${field},\n`);
}

function withResolver(text, names) {
  const mutations = /^ {2}Mutation: \{\n/m;
  const map = /^export const \w+: Resolvers = \{\n/m;
  if (!map.test(text)) throw new Error(`${names.aggregate}.resolvers.ts exports no resolvers.`);
  const entry = resolverEntry(names);
  const withEntry = mutations.test(text)
    ? text.replace(mutations, (found) => found + entry)
    : text.replace(map, (found) => `${found}  Mutation: {\n${entry}  },\n`);
  return importing(importing(withEntry, 'toId', '@guildhall/kernel'), 'toResult', '@guildhall/subgraph');
}

/** The text with `name` among what it imports from `specifier`. */
function importing(text, name, specifier) {
  const existing = new RegExp(`^import \\{([^}]*)\\} from '${specifier}';$`, 'm');
  const [, names] = text.match(existing) ?? [];
  if (names === undefined) return `import { ${name} } from '${specifier}';\n${text}`;
  const all = names.split(',').map((one) => one.trim());
  return all.includes(name)
    ? text
    : text.replace(existing, `import { ${[...all, name].sort().join(', ')} } from '${specifier}';`);
}

/** The text with one import line more, before the first line that sorts after it. */
function inserted(text, line) {
  const lines = text.split(/(?<=\n)/);
  const source = (one) => one.match(/from '([^']+)'/)?.[1] ?? '';
  const place = lines.findIndex(
    (one) => !one.startsWith('import') || (source(one).startsWith('.') && source(one) > source(line)),
  );
  return [...lines.slice(0, place), line, ...lines.slice(place)].join('');
}
