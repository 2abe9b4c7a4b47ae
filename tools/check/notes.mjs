// Notes to oneself that must not be merged, and comments that switch a check off.
import path from 'node:path';
import { findPatterns, reportFindings, trackedFiles } from './tracked-files.mjs';

const notePatterns = [
  { pattern: /(?:\/\/|\/\*|\*|#)\s{0,4}FIXME\b/g, message: 'mend it before merging' },
  { pattern: /(?:\/\/|\/\*|\*|#)\s{0,4}TODO\b(?!\(#\d+\))/g, message: 'a plan needs an issue number behind it' },
  {
    pattern: /(?:\/\/|\/\*)\s{0,4}(?:eslint|oxlint)-disable/g,
    message: 'rules are not switched off in the code: docs/lint-rules.md',
  },
  {
    pattern: /(?:\/\/|\/\*)\s*@ts-(?:ignore|nocheck|expect-error)/g,
    message: 'the compiler is not switched off in the code',
  },
  { pattern: /^(?:<{7}|>{7}) /gm, message: 'an unfinished merge' },
];

const codeFile = /\.(?:ts|tsx|mjs|js|graphql|sql|json|ya?ml|md)$/;

/** Every note or switched-off check below `root`. */
export function findNotes(root) {
  return findPatterns(
    trackedFiles(root).filter(({ file }) => codeFile.test(file)),
    notePatterns,
  );
}

if (import.meta.main) reportFindings(findNotes(path.resolve('.')));
