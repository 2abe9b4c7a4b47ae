import { describeFile } from './file-role.mjs';
import { walk } from './source-file.mjs';

const clocks = new Map([
  ['Date', ['now']],
  ['Math', ['random']],
  ['performance', ['now']],
  ['crypto', ['randomUUID', 'getRandomValues', 'randomBytes']],
]);

function readsClock(node) {
  if (node.type === 'NewExpression') return node.callee.name === 'Date' && node.arguments.length === 0;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return clocks.get(node.callee.object.name)?.includes(node.callee.property.name) ?? false;
}

/** Time, ids and randomness are arguments of a decision, so that a test can repeat it. */
function clockViolations({ program }, { role }) {
  if (!['domain', 'policy', 'use-case'].includes(role)) return [];
  const found = [];
  walk(program, (node) => {
    if (readsClock(node))
      found.push({ rule: 'decisions-take-time', start: node.start, detail: 'reads the clock or chance' });
  });
  return found;
}

/**
 * Whoever is asked for by an actor, or reaches a transaction, asks a policy first, or takes a step that does. Steps shared by use cases get
 * neither, and what the platform itself decides is recognised by its `systemActor`.
 */
function useCaseViolations({ imports, asksPolicy }, { role }) {
  const names = imports.flatMap((one) => one.names);
  const mayBeAsked = names.includes('Actor') || (names.includes('Deps') && !names.includes('systemActor'));
  if (role !== 'use-case' || !mayBeAsked || asksPolicy) return [];
  return [{ rule: 'use-case-asks-policy', start: 0, detail: 'imports no policy' }];
}

function enumViolations({ program }) {
  const found = [];
  walk(program, (node) => {
    if (node.type === 'TSEnumDeclaration')
      found.push({ rule: 'no-enum', start: node.start, detail: 'declares an enum' });
  });
  return found;
}

/** An exported declaration without a comment right above it; a re-export is documented where it is declared. */
function docViolations({ program, comments, text }, { isTest, file }) {
  if (isTest || !file.includes('/src/')) return [];
  const exported = program.body.filter((node) => node.type === 'ExportNamedDeclaration' && node.declaration);
  return exported
    .filter((node) => !hasDocComment(node, comments, text))
    .map((node) => ({
      rule: 'export-is-documented',
      start: node.start,
      detail: `${exportedName(node)} has no doc comment`,
    }));
}

function hasDocComment({ start }, comments, text) {
  return comments.some(
    (comment) =>
      comment.type === 'Block' &&
      comment.value.startsWith('*') &&
      comment.end <= start &&
      text.slice(comment.end, start).trim() === '',
  );
}

function exportedName({ declaration }) {
  return declaration.id?.name ?? declaration.declarations?.[0]?.id.name ?? 'export';
}

function nameViolations(_source, { file }) {
  const vague = /\/(utils?|helpers?|common|types|misc)\.tsx?$/.test(file);
  return vague ? [{ rule: 'file-has-a-subject', start: 0, detail: 'is named after no subject' }] : [];
}

/** Every rule about what stands in a file, apart from its imports. */
export function contentViolations(source) {
  const from = describeFile(source.file);
  return [clockViolations, useCaseViolations, enumViolations, docViolations, nameViolations].flatMap((find) =>
    find(source, from),
  );
}
