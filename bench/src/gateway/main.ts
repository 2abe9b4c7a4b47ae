import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBenchOptions, type BenchOptions } from './bench-options.js';
import { startServer, type ChildServer } from './child-server.js';
import { compareAnswers } from './compare-answers.js';
import { composeShop } from './graph/compose-shop.js';
import { serviceNames, type ServiceName } from './graph/shop-sdl.js';
import { startLoadGenerator } from './load-generator.js';
import { writeReport } from './report/write-report.js';
import { runRounds } from './run-rounds.js';

const resultsFolder = fileURLToPath(new URL('../../results', import.meta.url));
const warmUpMs = 500;

/** Everything started here, so that whatever happens it is ended. */
const started: { stop(): unknown }[] = [];

async function startSubgraphs(): Promise<ReadonlyMap<ServiceName, ChildServer>> {
  const program = fileURLToPath(new URL('programs/subgraph.js', import.meta.url));
  const servers = await Promise.all(
    serviceNames.map(async (name) => {
      const server = await startServer({ name, args: (port) => [program, name, String(port)] });
      started.push(server);
      return [name, server] as const;
    }),
  );
  return new Map(servers);
}

async function startPeers(
  { peers, profileFolder }: BenchOptions,
  supergraphFile: string,
): Promise<ReadonlyMap<string, ChildServer>> {
  const profiling = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const servers = new Map<string, ChildServer>();
  for (const { name, command, environment } of peers) {
    process.stderr.write(`Starting ${name} ...\n`);
    const server = await startServer({
      name,
      environment,
      args: (port) => [...profiling, ...command({ supergraphFile, port })],
    });
    started.push(server);
    servers.set(name, server);
  }
  return servers;
}

async function run(): Promise<string> {
  const options = readBenchOptions(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
  started.push({ stop: () => rm(folder, { recursive: true, force: true }) });
  const subgraphs = await startSubgraphs();
  const address = (name: ServiceName): string => subgraphs.get(name)?.url ?? '';
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(
    supergraphFile,
    composeShop({
      accounts: address('accounts'),
      products: address('products'),
      inventory: address('inventory'),
      reviews: address('reviews'),
    }),
  );
  const servers = await startPeers(options, supergraphFile);
  await compareAnswers(servers);
  const load = startLoadGenerator();
  started.push(load);
  const { connections, seconds } = options;
  const plan = { load, subgraphs: [...subgraphs.values()], connections, warmUpMs, measureMs: seconds * 1_000 };
  return writeReport(resultsFolder, options, await runRounds(options, plan, servers));
}

async function stopAll(): Promise<void> {
  await Promise.allSettled(started.splice(0).map(async (one) => one.stop()));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void stopAll().then(() => process.exit(1)));
try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await stopAll();
}
