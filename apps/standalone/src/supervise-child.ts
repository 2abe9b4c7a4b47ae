import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** One part of the platform as a process of its own. */
export type ChildOptions = {
  readonly name: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly healthUrl: string;
};

/** A process that is kept alive. `ready` settles with its first health; `failure` when it cannot be kept alive. */
export type SupervisedChild = {
  readonly ready: Promise<void>;
  readonly failure: Promise<Error>;
  stop(): Promise<void>;
};

const restartsMax = 5;
const restartWindowMs = 60_000;
const stopPatienceMs = 10_000;
/** A small machine under load takes long; a process that cannot start at all is noticed by its deaths. */
const readyPatienceMs = 120_000;

/**
 * Runs a process and starts it again when it dies, five times a minute at most. It gets its own variables and nothing
 * of this process's environment but PATH; it ends by itself when this process is gone.
 */
export function superviseChild({ name, file, environment, healthUrl }: ChildOptions): SupervisedChild {
  const failed = Promise.withResolvers<Error>();
  const deaths: number[] = [];
  let isStopping = false;
  let child: ChildProcess;

  const run = (): void => {
    child = fork(file, [], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    // A message that cannot be delivered any more is no fault of ours: 'exit' follows.
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (isStopping) return;
      const now = Date.now();
      deaths.push(now);
      if (deaths.filter((at) => now - at < restartWindowMs).length > restartsMax)
        failed.resolve(new Error(`The ${name} process does not stay up.`));
      else run();
    });
  };
  run();
  return {
    ready: Promise.race([
      waitUntilHealthy(name, healthUrl, () => isStopping),
      failed.promise.then((error) => Promise.reject(error)),
    ]),
    failure: failed.promise,
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
      await exited;
      clearTimeout(impatience);
    },
  };
}

async function waitUntilHealthy(name: string, url: string, isGivenUp: () => boolean): Promise<void> {
  const deadline = Date.now() + readyPatienceMs;
  while (!isGivenUp()) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    if (Date.now() > deadline)
      throw new Error(`The ${name} process was not ready within ${readyPatienceMs / 1000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
