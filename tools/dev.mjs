// The platform in watch mode: an edit is compiled and live in about two seconds; an SDL edit regenerates the resolver
// types of its service and the supergraph on the way. The platform restarts only after a compile without errors.
// We watch and call the compiler ourselves: its own watch mode misses files that an editor saves by renaming.
import { existsSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { createPlatform } from './dev/platform.mjs';
import { runStep } from './dev/run-step.mjs';

const root = process.cwd();
const settleMs = 100;
/** What composition writes; taken for an edit it would start a second round. */
const composed = [join('gateway', 'supergraph.graphql'), join('gateway', 'api.graphql')];
const platform = createPlatform(root, process.argv.slice(2));
const services = readdirSync(join(root, 'services'));
const changed = new Set();
let working = false;
let pause;
let ending;

for (const folder of ['packages', 'services', 'gateway', 'apps']) watchSources(folder);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void shutDown());
console.error('Watching for edits; the platform starts first.');
// run.mjs has just built everything.
await platform.restart();

/** Watches the source folders of every package one by one, so that nothing below node_modules or dist is watched. */
function watchSources(group) {
  const packages = existsSync(join(root, group, 'package.json'))
    ? [group]
    : readdirSync(join(root, group)).map((name) => join(group, name));
  for (const folder of packages) {
    for (const part of ['src', 'migrations', 'seeds']) {
      if (!existsSync(join(root, folder, part))) continue;
      watch(join(root, folder, part), { recursive: true }, (_event, file) => onChange(join(folder, part, file ?? '')));
    }
    if (!existsSync(join(root, folder, 'src'))) continue;
    watch(join(root, folder), (_event, file) => file?.endsWith('.graphql') && onChange(join(folder, file)));
  }
}

function onChange(file) {
  if (composed.includes(file)) return;
  if (file.split(sep).includes('generated') || !/\.(ts|tsx|graphql|json)$/.test(file) || /\.test\.ts$/.test(file))
    return;
  changed.add(file);
  clearTimeout(pause);
  pause = setTimeout(() => void work(), settleMs);
}

/** One round for all edits so far; edits made meanwhile get the next round. */
async function work() {
  if (working || stopping()) return;
  working = true;
  try {
    while (changed.size > 0) {
      const files = [...changed];
      changed.clear();
      await bringLive(files);
    }
  } finally {
    working = false;
  }
}

async function bringLive(files) {
  const started = Date.now();
  const sdl = files.filter((file) => file.endsWith('.graphql'));
  try {
    await Promise.all(servicesOf(sdl).map((service) => generate(service)));
    // The launcher refers to everything that runs in it; what does not run need not be compiled.
    await runStep('tsc', ['-b', join('apps', 'standalone')], root);
    if (sdl.length > 0) await runStep(process.execPath, [join('gateway', 'dist', 'compose.js')], root);
  } catch {
    if (!stopping()) console.error('The platform keeps running on the last good version.');
    return;
  }
  if (changed.size > 0 || stopping()) return;
  console.error(`${files.join(', ')}: compiled in ${Date.now() - started} ms; restarting.`);
  await platform.restart();
}

/** A shared type is part of every service's schema. */
function servicesOf(sdl) {
  if (sdl.some((file) => !file.startsWith(`services${sep}`))) return services;
  return [...new Set(sdl.map((file) => file.split(sep)[1]))];
}

function generate(service) {
  const codegen = join(root, 'packages', 'tooling', 'bin', 'codegen.mjs');
  return runStep(process.execPath, [codegen], join(root, 'services', service));
}

function stopping() {
  return ending !== undefined;
}

function shutDown() {
  clearTimeout(pause);
  ending ??= platform.stop().then(() => process.exit(0));
  return ending;
}
