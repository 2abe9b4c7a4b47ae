// The platform in watch mode: a TypeScript edit is compiled and live in about two seconds; an SDL edit regenerates the
// resolver types of its service and the supergraph first. The platform restarts only on a compile without errors.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { createPlatform } from './dev/platform.mjs';

const root = process.cwd();
const settleMs = 150;
const platform = createPlatform(root, process.argv.slice(2));
const compiler = spawn('tsc', ['-b', '--watch', '--preserveWatchOutput', '--pretty', 'false'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});

let compiles = true;
let generating = 0;
let timer;

createInterface({ input: compiler.stdout }).on('line', (line) => {
  if (/Starting (incremental )?compilation|compilation in watch mode/i.test(line)) {
    compiles = false;
    return;
  }
  const found = /Found (\d+) errors?/.exec(line);
  if (!found) {
    if (line.trim() !== '') console.error(line);
    return;
  }
  compiles = found[1] === '0';
  if (compiles) restartSoon();
  else console.error(`${found[1]} compile error(s): the platform keeps running on the last good version.`);
});

for (const service of readdirSync(join(root, 'services'))) {
  watchSdl(join(root, 'services', service, 'src'), () => regenerate([service]));
}
watchSdl(join(root, 'packages', 'subgraph'), () => regenerate(readdirSync(join(root, 'services'))));

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void shutDown());
compiler.once('exit', () => void shutDown());

/** Waits for a pause in the changes, and for whatever is still compiling or generating. */
function restartSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (compiles && generating === 0) void platform.restart();
  }, settleMs);
}

function watchSdl(folder, onChange) {
  if (!existsSync(folder)) return;
  let pause;
  watch(folder, { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.graphql') || file.split(sep).includes('node_modules')) return;
    clearTimeout(pause);
    pause = setTimeout(() => void onChange(), settleMs);
  });
}

async function regenerate(services) {
  generating += 1;
  try {
    for (const service of services) {
      const codegen = join(root, 'packages', 'tooling', 'bin', 'codegen.mjs');
      await run(codegen, join(root, 'services', service));
    }
    await run(join(root, 'gateway', 'dist', 'compose.js'), root);
    console.error(`Schema of ${services.join(', ')} composed.`);
  } catch (error) {
    console.error(`${error.message} The platform keeps running on the last good schema.`);
    return;
  } finally {
    generating -= 1;
  }
  // A change of descriptions alone changes no generated type, so no compile would announce it.
  restartSoon();
}

function run(program, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The schema could not be used.'))));
  });
}

let ending;
function shutDown() {
  ending ??= (async () => {
    clearTimeout(timer);
    compiler.kill('SIGTERM');
    await platform.stop();
    process.exit(0);
  })();
  return ending;
}
