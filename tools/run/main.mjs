// Installs when the dependencies changed, builds, then runs the program asked for.
// No dependencies and nothing newer than Node 18: it runs before anything is installed, on whatever Node is there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfChanged, withoutBench } from './install.mjs';
import { chooseNode } from './choose-node.mjs';
import { runQuietly } from './run-quietly.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const jest = [
  '--experimental-vm-modules',
  '--import',
  './tools/run/quiet-vm-modules.mjs',
  'node_modules/jest/bin/jest.js',
];

/** What each command runs on the workspace's Node after the build; `build` runs nothing more. */
const commands = {
  start: ['apps/standalone/dist/src/main.js'],
  dev: ['tools/dev.mjs'],
  test: jest,
  'test:browser': [...jest, '--config', 'jest.browser.config.mjs'],
  'test:redis': [...jest, '--config', 'jest.redis.config.mjs'],
  check: ['tools/check.mjs'],
  build: [],
  compose: ['gateway/dist/compose.js'],
  token: ['apps/standalone/dist/src/token.js'],
  import: ['apps/standalone/dist/src/import.js'],
  admin: ['apps/standalone/dist/src/admin.js'],
  gen: ['packages/tooling/bin/gen.mjs'],
  gateway: ['gateway/dist/serve/main.js'],
  'bench:gateway': ['bench/dist/gateway/main.js'],
  'bench:rush': ['apps/standalone/dist/test/bench/rush-bench.js'],
  'bench:ballots': ['apps/standalone/dist/test/bench/ballot-bench.js'],
};

/** What needs every package; the rest does without the benchmarks and what they compare with. */
const needBench = ['check', 'build', 'bench:gateway'];

/** Progress goes to stderr: the stdout of `token` and `import` belongs to the program alone. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(command, args) {
  const program = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined;
  if (!program) throw new Error(`Usage: npm run <${Object.keys(commands).join('|')}>.`);
  const started = Date.now();
  const hasBench = needBench.includes(command);
  await installIfChanged(root, { hasBench, say });
  const node = await chooseNode(root, say);
  const env = environment(node);
  await build(node, env, hasBench);
  if (command === 'start' && Date.now() - started > 5_000) say(`Ready to start after ${seconds(started)} s.`);
  if (program.length === 0) return 0;
  return await hand(node, [...program, ...args], env);
}

function environment(node) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
}

async function build(node, env, hasBench) {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  if (!existsSync(turbo)) throw new Error('The build tool is missing; delete node_modules and run the command again.');
  await runQuietly(
    node,
    [
      turbo,
      'run',
      'build',
      '--output-logs=errors-only',
      '--log-order=grouped',
      '--no-update-notifier',
      ...(hasBench ? [] : [withoutBench]),
    ],
    {
      cwd: root,
      env,
      say,
      progress: 'Building the platform',
      failure: 'The build failed; what it printed is above.',
    },
  );
}

/** Runs the program in this terminal, passes signals on, and ends as it ends. */
function hand(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
    // Ctrl-C reaches the child by the terminal as well; it must bear a second signal. Staying alive until it has
    // ended is what keeps npm from returning while the platform is still shutting down.
    const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const handlers = forwarded.map((name) => [name, () => child.kill(name)]);
    for (const [name, handler] of handlers) process.on(name, handler);
    const watch = whenParentIsGone(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const [name, handler] of handlers) process.off(name, handler);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** A killed npm tells nobody; without this the platform would run on unseen. Run by hand, it may outlive its shell. */
function whenParentIsGone(act) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  return watch;
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
