import { describe, expect, test } from '@jest/globals';
import { runSteps } from '../run-steps.mjs';
import { steps } from '../steps.mjs';

const node = (code: string) => ['node', '-e', code];
const options = { root: process.cwd(), concurrency: 2, onResult: () => undefined };
const statuses = async (list: object[]) =>
  (await runSteps(list, options)).map(({ name, status }: { name: string; status: string }) => `${name} ${status}`);

describe('the steps of a check', () => {
  test('a failing step does not hide the others and keeps what it printed', async () => {
    const results = await runSteps(
      [
        { name: 'one', phase: 1, mend: 'mend one', commands: [node('console.error("broken"); process.exit(3)')] },
        { name: 'two', phase: 2, mend: 'mend two', commands: [node('')] },
      ],
      options,
    );
    expect(results).toMatchObject([
      { name: 'one', status: 'failed', mend: 'mend one', output: 'broken\n' },
      { name: 'two', status: 'passed' },
    ]);
  });

  test('what reads built output is skipped when the types fail', async () => {
    const types = { name: 'types', phase: 1, mend: '', commands: [node('process.exit(1)')] };
    const after = { name: 'tests', phase: 2, mend: '', afterTypes: true, commands: [node('')] };
    await expect(statuses([types, after])).resolves.toEqual(['types failed', 'tests skipped']);
  });

  test('a command that does not exist fails its step', async () => {
    const missing = { name: 'one', phase: 1, mend: '', commands: [['guildhall-no-such-command']] };
    await expect(statuses([missing])).resolves.toEqual(['one failed']);
  });

  test('results stand in the order of the list, whatever ended first', async () => {
    const slow = { name: 'slow', phase: 1, mend: '', commands: [node('setTimeout(() => {}, 200)')] };
    const quick = { name: 'quick', phase: 1, mend: '', commands: [node('')] };
    await expect(statuses([slow, quick])).resolves.toEqual(['slow passed', 'quick passed']);
  });
});

test('every check says how to mend what it finds', () => {
  for (const { name, mend, commands } of steps) {
    expect({ name, mend: mend.length > 0, commands: commands.length > 0 }).toEqual({
      name,
      mend: true,
      commands: true,
    });
  }
});
