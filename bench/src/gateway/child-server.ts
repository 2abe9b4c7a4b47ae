import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A server process that answers. */
export type ChildServer = { readonly pid: number; readonly url: string; stop(): Promise<void> };

/** How a server is started once its port is known. */
export type ServerCommand = {
  readonly name: string;
  readonly args: (port: number) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

const patienceMs = 60_000;
const stopPatienceMs = 5_000;

/**
 * Starts a server with Node.js on a free port and waits until it answers GraphQL. Throws with what it printed when it ends or stays
 * silent.
 */
export async function startServer({ name, args, environment }: ServerCommand): Promise<ChildServer> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [...args(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', ...environment },
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => keep(printed, chunk));
  const url = `http://127.0.0.1:${port}/graphql`;
  const isUp = await waitFor(url, child);
  if (!isUp || child.pid === undefined) {
    await stop(child);
    throw new Error(`${name} did not start:\n${printed.join('')}`);
  }
  return { pid: child.pid, url, stop: () => stop(child) };
}

/** A chatty server must not fill our memory; its last words are enough. */
function keep(printed: string[], chunk: Buffer): void {
  printed.push(chunk.toString());
  if (printed.length > 50) printed.shift();
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function waitFor(url: string, child: ChildProcess): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (child.exitCode === null && performance.now() < until) {
    const answer = await post(url, JSON.stringify({ query: '{ __typename }' })).catch(() => undefined);
    if (answer?.status === 200) return true;
    await delay(100);
  }
  return false;
}

/** One GraphQL request. */
export function post(url: string, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
  await ended;
  clearTimeout(patience);
}
