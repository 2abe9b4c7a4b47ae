import { describeFile, relativeTarget } from './file-role.mjs';

/** Packages without I/O, clock or randomness: safe to decide with. */
const purePackages = [
  '@guildhall/kernel',
  '@guildhall/disclosure',
  '@guildhall/files/declared',
  '@guildhall/lot',
  '@guildhall/stv',
  '@noble/hashes',
  'diff',
  'rrule-temporal',
  'ts-fsrs',
];
const serverApps = ['apps/standalone', 'apps/identity'];
const serviceNames = ['membership', 'activities', 'advocacy', 'learning'];

const isPackage = (name, ...allowed) => allowed.some((one) => name === one || name.startsWith(`${one}/`));
const isPure = ({ specifier }) => isPackage(specifier, ...purePackages);
const hasRole = ({ target }, ...roles) => target !== undefined && roles.includes(target.role);

/** What each role of file may import; the reasons stand beside the names in docs/lint-rules.md. */
const allowedByRole = {
  domain: { rule: 'domain-is-pure', allows: (it) => isPure(it) || hasRole(it, 'domain') },
  policy: { rule: 'policy-is-pure', allows: (it) => isPure(it) || hasRole(it, 'domain', 'policy') },
  entity: {
    rule: 'entity-maps-only',
    allows: (it) => isPackage(it.specifier, 'typeorm', '@guildhall/subgraph') || it.typeOnly || hasRole(it, 'entity'),
  },
  repository: {
    rule: 'repository-queries-only',
    allows: (it) =>
      isPure(it) ||
      isPackage(it.specifier, 'typeorm', '@guildhall/subgraph') ||
      hasRole(it, 'domain', 'entity', 'policy', 'repository'),
  },
  'use-case': {
    rule: 'use-case-decides-only',
    allows: (it) =>
      isPure(it) ||
      isPackage(it.specifier, '@guildhall/events') ||
      hasRole(it, 'domain', 'policy', 'use-case', 'subject') ||
      (it.typeOnly && (hasRole(it, 'repository', 'assembly') || isPackage(it.specifier, '@guildhall/subgraph'))),
  },
  edge: {
    rule: 'edge-translates-only',
    allows: (it) =>
      !hasRole(it, 'entity', 'repository') &&
      !isPackage(it.specifier, 'typeorm', 'pg', 'graphile-worker') &&
      !it.specifier.startsWith('node:'),
  },
};

function roleRule(from, it) {
  const limits = allowedByRole[from.role];
  return limits && !limits.allows(it) ? limits.rule : undefined;
}

const leavesModule = (from, target) =>
  from.module !== undefined && target?.module !== undefined && target.module !== from.module;

/**
 * Modules of one service meet in their domain. Rights may rest on another module's rights, and an edge that adds to another's noun asks these;
 * a use case may also name the other's repository type, and take a step of its use cases inside its own transaction. What a
 * module does to things of several others, it does through their subjects.
 */
function moduleRule(from, { target, typeOnly }) {
  if (!leavesModule(from, target) || ['test', 'free', 'subject'].includes(from.role)) return undefined;
  if (['domain', 'generated'].includes(target.role)) return undefined;
  const forPolicy = target.role === 'policy';
  const forUseCase = forPolicy || target.role === 'use-case' || (target.role === 'repository' && typeOnly);
  const isAllowed = { policy: forPolicy, edge: forPolicy, 'use-case': forUseCase }[from.role] ?? false;
  return isAllowed ? undefined : 'module-to-module';
}

function serviceRule(from, it) {
  const others = serviceNames.filter((name) => from.packageFolder !== `services/${name}`);
  const reachesService = isPackage(it.specifier, ...others.map((name) => `@guildhall/${name}`));
  const reachesHost = isPackage(it.specifier, '@guildhall/gateway', '@guildhall/standalone', '@guildhall/identity');
  if (from.isService && (reachesService || reachesHost)) return 'service-to-service';
  const isHost = from.packageFolder.startsWith('apps/');
  return !from.isTest && !isHost && reachesService ? 'service-to-service' : undefined;
}

function appRule(from, it) {
  if (!from.packageFolder.startsWith('apps/') || serverApps.includes(from.packageFolder) || from.isTest)
    return undefined;
  const ours = it.specifier.startsWith('@guildhall/');
  return ours && !isPure(it) && !isPackage(it.specifier, '@guildhall/client', '@guildhall/ui')
    ? 'app-uses-client'
    : undefined;
}

function packageRule(from, it) {
  return it.target && it.target.packageFolder !== from.packageFolder ? 'package-has-one-face' : undefined;
}

/** The rule that one import of one file breaks, or undefined. */
function brokenBy(from, it) {
  return (
    packageRule(from, it) ?? serviceRule(from, it) ?? appRule(from, it) ?? moduleRule(from, it) ?? roleRule(from, it)
  );
}

/** Every import of a parsed file that its place does not allow. */
export function importViolations(source) {
  const from = describeFile(source.file);
  return source.imports.flatMap((imported) => {
    const path = relativeTarget(source.file, imported.specifier);
    const it = { ...imported, target: path === undefined ? undefined : describeFile(path) };
    const rule = brokenBy(from, it);
    return rule ? [{ rule, start: imported.start, detail: `imports ${imported.specifier}` }] : [];
  });
}
