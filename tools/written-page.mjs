import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a generated page, or with `--check` says whether the committed one differs and sets the exit code. */
export function writeOrCheck(file, text) {
  const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (!process.argv.includes('--check')) {
    if (current !== text) writeFileSync(file, text);
    return;
  }
  if (current === text) return;
  console.error(`${file} ${current === undefined ? 'is missing' : 'is not what its source gives'}.`);
  process.exitCode = 1;
}
