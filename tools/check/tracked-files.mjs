import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file that is or would be committed below `root`, with its text; binary files come with an empty text. */
export function trackedFiles(root) {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return [...new Set(list.split('\0').filter(Boolean))].flatMap((file) => readTracked(root, file));
}

/** A file that was deleted but not yet committed is listed by git and is not there. */
function readTracked(root, file) {
  try {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [{ file, text: text.includes('\0') ? '' : text }];
  } catch {
    return [];
  }
}

/** Prints what was found, one line each, and sets the exit code. */
export function reportFindings(findings) {
  for (const { file, line, message } of findings) console.error(`${file}:${line} ${message}`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

/** Every place in the files that one of the patterns matches, as `{ file, line, message }`. */
export function findPatterns(files, patterns) {
  return files.flatMap(({ file, text }) =>
    patterns.flatMap(({ pattern, message }) =>
      [...text.matchAll(pattern)].map(({ index }) => ({
        file,
        line: text.slice(0, index).split('\n').length,
        message,
      })),
    ),
  );
}
