import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeSupergraph } from './compose-supergraph.js';
import { readSubgraphs } from './read-subgraph-sdl.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Composes the graph and writes the committed files, or with `--check` compares them; returns the exit code. */
function main(isCheck: boolean): number {
  const composition = composeSupergraph(readSubgraphs(root));
  if (!composition.ok) {
    process.stderr.write(`The services do not compose:\n\n${composition.problems.join('\n\n')}\n`);
    return 1;
  }
  for (const hint of composition.hints) process.stdout.write(`hint ${hint}\n`);
  const files = { 'gateway/supergraph.graphql': composition.supergraphSdl, 'gateway/api.graphql': composition.apiSdl };
  const changed = Object.entries(files).filter(([file, text]) => readCurrent(file) !== text);
  if (!isCheck) {
    for (const [file, text] of changed) writeFileSync(join(root, file), text);
    const done = changed.length === 0 ? 'The composed graph is up to date.' : `Wrote ${namesOf(changed)}.`;
    process.stdout.write(`${done}\n`);
    return 0;
  }
  if (changed.length === 0) return 0;
  process.stderr.write(`${namesOf(changed)} no longer match the services. Run: npm run compose\n`);
  return 1;
}

function namesOf(files: readonly (readonly [name: string, text: string])[]): string {
  return files.map(([name]) => name).join(' and ');
}

function readCurrent(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

try {
  process.exitCode = main(process.argv.includes('--check'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
