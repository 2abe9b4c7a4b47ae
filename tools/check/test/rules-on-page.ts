import { readFileSync } from 'node:fs';

/** The rules that docs/lint-rules.md lists under the sections whose heading matches, sorted. */
export function rulesOnPage(heading: RegExp): string[] {
  const sections = readFileSync('docs/lint-rules.md', 'utf8')
    .split(/^## /m)
    .filter((section) => heading.test(section));
  return sections.flatMap((section) => [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, rule]) => rule ?? '')).sort();
}
