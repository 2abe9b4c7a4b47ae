// Checks where each file may reach and what it must carry, by its place and suffix (docs/architecture.md, docs/lint-rules.md).
import path from 'node:path';
import { importViolations } from './boundary-rules.mjs';
import { contentViolations } from './content-rules.mjs';
import { relativeTarget } from './file-role.mjs';
import { lineOf, readSource, sourcePaths } from './source-file.mjs';

const hints = {
  'edge-translates-only':
    "take the type from the service's own face: Repositories['books'] of '../deps.js', or a function",
  'decisions-take-time': 'take `now`, `clock` or `ids` as an argument',
  'module-to-module': "use the other module's domain, or reach it from a use case",
};

/** Every broken boundary rule below a folder laid out like the repository, as `{ file, line, rule, detail }`. */
export function findViolations(root) {
  const sources = withPolicies(sourcePaths(root).map((file) => readSource(root, file)));
  return sources.flatMap((source) => {
    const broken = [...importViolations(source), ...contentViolations(source)];
    return broken.map(({ rule, start, detail }) => ({
      file: source.file,
      line: lineOf(source.text, start),
      rule,
      detail,
    }));
  });
}

/** Says of each file whether it asks a policy, itself or through a use case whose step it takes. */
function withPolicies(sources) {
  const asking = new Set();
  const asks = ({ file, imports }) =>
    imports.some(({ specifier, typeOnly }) => {
      const target = relativeTarget(file, specifier);
      return specifier.endsWith('.policy.js') || (!typeOnly && target?.includes('/use-cases/') && asking.has(target));
    });
  for (let known = -1; known < asking.size;) {
    known = asking.size;
    for (const source of sources) if (asks(source)) asking.add(source.file);
  }
  return sources.map((source) => ({ ...source, asksPolicy: asking.has(source.file) }));
}

if (import.meta.main) {
  const violations = findViolations(path.resolve(process.argv[2] ?? '.'));
  for (const { file, line, rule, detail } of violations) {
    console.error(`${file}:${line} ${rule}: ${detail}${hints[rule] ? ` (${hints[rule]})` : ''}`);
  }
  if (violations.length > 0)
    console.error(`${violations.length} broken; docs/lint-rules.md says what each rule protects.`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
