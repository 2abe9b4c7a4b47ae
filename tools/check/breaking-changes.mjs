// Compares the API schema with the one before this change. Every breaking change must be acknowledged, word for word, in
// gateway/schema-changelog.md, where its author says who was told and what they should use instead.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';

const schemaFile = 'gateway/api.graphql';
const changelogFile = 'gateway/schema-changelog.md';

/** The breaking changes between two schemas that the changelog does not acknowledge, as lines to paste into it. */
export function unacknowledgedChanges(before, after, changelog) {
  const changes = findBreakingChanges(
    buildSchema(before, { assumeValid: true }),
    buildSchema(after, { assumeValid: true }),
  );
  const lines = changes.map(({ type, description }) => `- ${type}: ${description}`);
  return lines.filter((line) => !changelog.split('\n').some((entry) => entry.startsWith(line)));
}

/** The commit a change is compared with: where it left the main branch, or the commit before on the main branch itself. */
export function baseCommit(root) {
  const head = git(root, ['rev-parse', 'HEAD']);
  const candidates = [
    process.env.GUILDHALL_BASE,
    git(root, ['merge-base', 'HEAD', 'origin/main']),
    git(root, ['rev-parse', 'HEAD~1']),
  ];
  return candidates.find((commit) => commit && commit !== head) ?? head;
}

function git(root, args) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    }).trimEnd();
  } catch {
    return undefined;
  }
}

function main(root) {
  const base = baseCommit(root);
  const before = base && git(root, ['show', `${base}:${schemaFile}`]);
  if (!before) return console.log('no earlier API schema to compare with');
  const changelogPath = path.join(root, changelogFile);
  const changelog = existsSync(changelogPath) ? readFileSync(changelogPath, 'utf8') : '';
  const missing = unacknowledgedChanges(before, readFileSync(path.join(root, schemaFile), 'utf8'), changelog);
  if (missing.length === 0) return console.log(`no unacknowledged breaking change since ${base.slice(0, 10)}`);
  console.error(
    `Breaking since ${base.slice(0, 10)}. Acknowledge each in ${changelogFile} with a reason behind it:\n\n${missing.join('\n')}`,
  );
  process.exitCode = 1;
  return undefined;
}

if (import.meta.main) main(path.resolve('.'));
