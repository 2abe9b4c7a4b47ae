import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Redis on a port and in a folder of its own. */
export type RedisServer = {
  readonly url: string;
  /** Lets it keep its connections and answer nothing, until `resume`. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
};

/** Starts `redis-server`, which must be on the PATH. A port that was used before may be given again. */
export async function startRedis(port?: number): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-redis-'));
  const chosen = port ?? (await freePort());
  const options = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const failed = once(child, 'error').then(([error]) => {
    throw new Error('These tests need redis-server. On Debian: apt-get install redis-server', { cause: error });
  });
  const ready = (async () => {
    for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept connections')) return;
    throw new Error('redis-server ended before it was ready.');
  })();
  await Promise.race([ready, failed]);
  child.stdout.resume();
  return {
    url: `redis://127.0.0.1:${chosen}`,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
