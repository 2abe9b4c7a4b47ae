import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The running platform of watch mode: `restart` and `stop` may be called at any time, one after the other wins. */
export function createPlatform(root, args) {
  const entry = join(root, 'apps', 'standalone', 'dist', 'src', 'main.js');
  let child;
  let queue = Promise.resolve();
  let waiting = false;
  let stopped = false;

  const end = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const begin = () => {
    const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'dev'), ...process.env };
    const next = spawn(process.execPath, ['--enable-source-maps', entry, ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    next.once('exit', (code) => {
      if (code) console.error('The platform stopped; it starts again after the next change.');
    });
    child = next;
  };

  return {
    restart() {
      // Changes that arrive during a restart need one more restart, however many they are.
      if (waiting || stopped) return queue;
      waiting = true;
      queue = queue.then(async () => {
        waiting = false;
        await end();
        if (!stopped) begin();
      });
      return queue;
    },
    async stop() {
      stopped = true;
      await queue;
      await end();
    },
  };
}
