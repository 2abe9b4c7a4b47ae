import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Runs the steps phase by phase, at most `concurrency` at a time, and gives one result per step in the order of the list:
 * `{ name, status: 'passed' | 'failed' | 'skipped', seconds, output, mend }`. A failing step never stops the others;
 * steps that read built output are skipped when `types` failed.
 */
export async function runSteps(steps, { root, concurrency, onResult }) {
  const results = new Map();
  const phases = [...new Set(steps.map(({ phase }) => phase))].sort((a, b) => a - b);
  for (const phase of phases) {
    const queue = steps.filter((step) => step.phase === phase);
    const worker = async () => {
      for (let step = queue.shift(); step; step = queue.shift()) {
        const result = await runUnlessBlocked(step, results, root);
        results.set(step.name, result);
        onResult(result);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
  }
  return steps.map(({ name }) => results.get(name));
}

async function runUnlessBlocked(step, results, root) {
  const blocked = step.afterTypes && results.get('types')?.status === 'failed';
  return blocked ? { ...summary(step, 'skipped', 0), output: '' } : runStep(step, root);
}

async function runStep(step, root) {
  const started = performance.now();
  let output = '';
  for (const command of step.commands) {
    const { code, text } = await runCommand(command, root);
    output += text;
    if (code !== 0) return { ...summary(step, 'failed', started), output };
  }
  return { ...summary(step, 'passed', started), output };
}

function summary({ name, mend }, status, started) {
  const seconds = started === 0 ? 0 : (performance.now() - started) / 1000;
  return { name, mend, status, seconds };
}

/** A command that cannot be started fails like one that ran, so that one missing tool does not hide the other results. */
function runCommand([command, ...args], root) {
  const env = {
    ...process.env,
    PATH: [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
    NODE_NO_WARNINGS: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  child.stderr.on('data', (data) => (text += data));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, text: `${text}${error.message}\n` }));
    child.on('close', (code) => resolve({ code, text }));
  });
}
