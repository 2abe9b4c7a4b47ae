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
    console.error(`The services do not compose:\n\n${composition.problems.join('\n\n')}`);
    return 1;
  }
  for (const hint of composition.hints) console.log(`hint ${hint}`);
  const files = { 'gateway/supergraph.graphql': composition.supergraphSdl, 'gateway/api.graphql': composition.apiSdl };
  const changed = Object.entries(files).filter(([file, text]) => readCurrent(file) !== text);
  if (!isCheck) {
    for (const [file, text] of changed) writeFileSync(join(root, file), text);
    console.log(
      changed.length === 0
        ? 'The composed graph is up to date.'
        : `Wrote ${changed.map(([file]) => file).join(' and ')}.`,
    );
    return 0;
  }
  if (changed.length === 0) return 0;
  console.error(`${changed.map(([file]) => file).join(' and ')} no longer match the services. Run: npm run compose`);
  return 1;
}

function readCurrent(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

try {
  process.exitCode = main(process.argv.includes('--check'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
