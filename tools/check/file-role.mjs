import path from 'node:path';

const suffixRoles = {
  '.policy': 'policy',
  '.entity': 'entity',
  '.repository': 'repository',
  '.resolvers': 'edge',
  '.loaders': 'edge',
  '.subject': 'subject',
  '.subjects': 'subject',
};

/**
 * Says what a file is by its place and suffix: the package it belongs to, the module (aggregate folder) inside a service,
 * and its role. `domain` is the plain `x.ts` of a module; `assembly` is a file straight under `src`, or in `wiring` where that is long; `subject` says how a noun takes part in what
 * another module does to all of its kind, such as moderation; `free` carries a
 * suffix of its own (jobs, inbox handlers ...) and is bound only by the rules between services and modules.
 */
export function describeFile(file) {
  const parts = file.split('/');
  const packageFolder = parts[0] === 'gateway' ? 'gateway' : `${parts[0]}/${parts[1]}`;
  const inside = file.slice(packageFolder.length + 1).split('/');
  const isTest = /\.test\.tsx?$/.test(file) || inside[0] === 'test';
  const isService = packageFolder.startsWith('services/');
  const folder = isService && inside[0] === 'src' && inside.length > 2 ? inside[1] : undefined;
  const module = folder === 'wiring' ? undefined : folder;
  return { file, packageFolder, isService, isTest, module, role: roleOf({ isTest, isService, inside, module }) };
}

/** The workspace file that a relative import names, or undefined for a package. */
export function relativeTarget(file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)).replace(/\.js$/, '.ts');
}

function roleOf({ isTest, isService, inside, module }) {
  if (isTest) return 'test';
  if (!isService || inside[0] !== 'src') return 'free';
  if (module === undefined) return 'assembly';
  if (module === 'generated') return 'generated';
  if (inside.includes('use-cases')) return 'use-case';
  const suffix = path.posix.extname(path.posix.basename(inside.at(-1), '.ts'));
  return suffix === '' ? 'domain' : (suffixRoles[suffix] ?? 'free');
}
