import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '@guildhall/database';
import { Pool } from 'pg';
import { measureRush, quantile, type Rush } from './rush.js';
import { strategies } from './strategies.js';
import { tables } from './tables.js';

const rounds = Number(process.env['ROUNDS'] ?? 7);
const poolSize = Number(process.env['POOL'] ?? 20);
const size = { seats: 400, people: 2000 };

const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
const server = await startEmbeddedServer({ dataDir: folder, durable: true });
const pool = new Pool({ connectionString: server.superuserUrl, max: poolSize, connectionTimeoutMillis: 10_000 });
// The server ends idle connections when it stops; by then everything is measured.
pool.on('error', () => undefined);
try {
  await pool.query(tables);
  console.log(
    `${size.seats} seats, ${size.people} people at once, ${poolSize} connections, ${rounds} rounds, interleaved`,
  );
  // The first round warms caches and plans up and is thrown away.
  for (const strategy of strategies) await measureRush(pool, strategy, size);
  const results = new Map<string, Rush[]>(strategies.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Each round starts with another strategy, so that none always runs after the same one.
    for (let turn = 0; turn < strategies.length; turn += 1) {
      const strategy = strategies[(round + turn) % strategies.length];
      if (strategy !== undefined) results.get(strategy.name)?.push(await measureRush(pool, strategy, size));
    }
  }
  console.table(Object.fromEntries([...results].map(([name, rushes]) => [name, summary(rushes)])));
} finally {
  await pool.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

function summary(rushes: readonly Rush[]): Readonly<Record<string, string | number>> {
  const of = (read: (rush: Rush) => number, share: number): number => Math.round(quantile(rushes.map(read), share));
  const sum = (read: (rush: Rush) => number): number => rushes.reduce((all, rush) => all + read(rush), 0);
  return {
    'per second': of((rush) => rush.perSecond, 0.5),
    spread: `${of((rush) => rush.perSecond, 0)} to ${of((rush) => rush.perSecond, 1)}`,
    'p95 ms': of((rush) => rush.p95, 0.5),
    'read p50 ms': of((rush) => rush.readP50, 0.5),
    'read max ms': of((rush) => rush.readMax, 0.5),
    failed: sum((rush) => rush.failed),
    oversold: sum((rush) => rush.oversold),
    overtaken: sum((rush) => rush.overtaken),
  };
}
