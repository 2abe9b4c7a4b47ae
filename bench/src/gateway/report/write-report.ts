import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../bench-options.js';
import type { Result } from '../run-rounds.js';
import { writeMarkdown } from './markdown.js';

/** Writes `gateway.json` with every measurement and `gateway.md` with the tables, and returns the tables. */
export async function writeReport(folder: string, options: BenchOptions, results: readonly Result[]): Promise<string> {
  const { rounds, seconds, connections, peers } = options;
  const shapes = options.shapes.map(({ name }) => name);
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
  };
  const run = `${new Date().toISOString().slice(0, 10)}, ${machine.processors} processors (${machine.model}), Node ${machine.node}, ${rounds} rounds of ${seconds} s, ${connections} connections, one identity each.`;
  const tables = `${run}\n\n${writeMarkdown({ results, peers, shapes })}`;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'gateway.json'),
    JSON.stringify({ machine, rounds, seconds, connections, results }, null, 2),
  );
  await writeFile(join(folder, 'gateway.md'), tables);
  return tables;
}
