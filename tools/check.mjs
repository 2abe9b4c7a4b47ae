// `npm run check [-- --only NAME[,NAME]] [--without-tests]`: everything that must hold before a change is merged.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runSteps } from './check/run-steps.mjs';
import { steps } from './check/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { only: { type: 'string' }, 'without-tests': { type: 'boolean' } } });
const chosen = chooseSteps(values);
const results = await runSteps(chosen, { root, concurrency: 2, onResult: report });
printSummary(results);
process.exitCode = results.every(({ status }) => status === 'passed') ? 0 : 1;

function chooseSteps({ only, 'without-tests': withoutTests }) {
  const names = only?.split(',');
  const unknown = names?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(`No such check: ${unknown.join(', ')}. There are ${steps.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  return steps.filter(({ name, isTest }) => (names ? names.includes(name) : !(withoutTests && isTest)));
}

function report({ name, status, seconds, output, mend }) {
  if (status === 'failed') console.log(`\n${output.trimEnd()}\n`);
  console.log(line({ name, status, seconds }) + (status === 'failed' ? `  mend: ${mend}` : ''));
}

function printSummary(all) {
  console.log(`\n${all.map(line).join('\n')}`);
  for (const { name, mend } of all.filter(({ status }) => status === 'failed'))
    console.log(`\n${name} failed. To mend it: ${mend}`);
}

function line({ name, status, seconds }) {
  return `${status.padEnd(8)}${name.padEnd(18)}${seconds.toFixed(1).padStart(6)} s`;
}
