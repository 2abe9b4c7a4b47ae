import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conflict, err, notFound, ok, type SharedError } from '@guildhall/kernel';
import { requireDone } from '@guildhall/subgraph';
import { startTestService, type TestService } from '../start-test-service.js';
import { waitFor } from '../wait-for.js';
import { noteService, type NoteDeps } from './note-service.js';

type Run = { readonly payload: unknown; readonly due: Date };

let test: TestService;
let deps: NoteDeps;
let runs: Run[];
let failuresLeft: number;

beforeAll(async () => {
  const tasks = {
    record: (payload: unknown, due: Date) => Promise.resolve(void runs.push({ payload, due })),
    reluctant: (payload: unknown, due: Date) => {
      runs.push({ payload, due });
      failuresLeft -= 1;
      requireDone(failuresLeft >= 0 ? err(conflict()) : ok(undefined));
      return Promise.resolve();
    },
  };
  test = await startTestService(noteService({ tasks, onWired: (wired) => (deps = wired) }));
});
afterAll(() => test.stop());
beforeEach(() => {
  runs = [];
  failuresLeft = 0;
});

const past = new Date(Date.now() - 3_600_000);

function enqueue(
  task: string,
  payload: Readonly<Record<string, unknown>>,
  { key = task, runAt = past, error }: { key?: string; runAt?: Date; error?: SharedError } = {},
) {
  return deps.transaction(async ({ jobs }) => {
    await jobs.enqueue(task, payload, { runAt, key });
    return error === undefined ? ok(undefined) : err(error);
  });
}

async function waiting(): Promise<number> {
  const [row]: { count: number }[] = await test.dataSource.query(
    'select count(*)::int from graphile_worker._private_jobs',
  );
  return row?.count ?? 0;
}

const allDone = () => waitFor('no job waits', async () => (await waiting()) === 0);

describe('a job', () => {
  it('runs after its transaction, with its payload alone and the instant it was due', async () => {
    await enqueue('record', { id: 7 });
    await allDone();
    expect(runs).toEqual([{ payload: { id: 7 }, due: past }]);
  });

  it('never runs when its transaction rolled back', async () => {
    await enqueue('record', { id: 'never' }, { key: 'rolled back', error: notFound('Note') });
    await enqueue('record', { id: 'after' });
    await allDone();
    expect(runs.map(({ payload }) => payload)).toEqual([{ id: 'after' }]);
  });

  it('is replaced by a later one with its key, and forgotten when it is cancelled', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await enqueue('record', { turn: 1 }, { key: 'one', runAt: later });
    await enqueue('record', { turn: 2 }, { key: 'two', runAt: later });
    await enqueue('record', { turn: 3 }, { key: 'one' });
    await deps.transaction(async ({ jobs }) => ok(await jobs.cancel('two')));
    await allDone();
    expect(runs.map(({ payload }) => payload)).toEqual([{ turn: 3 }]);
  });

  it('is tried again until its decision is taken, and is told the same instant each time', async () => {
    failuresLeft = 1;
    await enqueue('reluctant', { id: 1 });
    await allDone();
    expect(runs).toEqual([
      { payload: { id: 1 }, due: past },
      { payload: { id: 1 }, due: past },
    ]);
  });

  it('does not keep another one waiting while it fails', async () => {
    failuresLeft = 1;
    await enqueue('reluctant', {});
    await enqueue('record', { id: 'other' });
    await waitFor('the other one ran', () => Promise.resolve(runs.some(isOther)));
    expect(await waiting()).toBe(1);
    await allDone();
  });
});

const isOther = ({ payload }: Run): boolean => JSON.stringify(payload) === '{"id":"other"}';
