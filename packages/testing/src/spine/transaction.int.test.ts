import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { err, notFound, ok, type Id } from '@guildhall/kernel';
import { startTestService, type TestService } from '../start-test-service.js';
import { noteService, type Note, type NoteDeps } from './note-service.js';

let test: TestService;
let deps: NoteDeps;

beforeAll(async () => {
  test = await startTestService(noteService({ name: 'membership', onWired: (wired) => (deps = wired) }));
});
afterAll(() => test.stop());

function note(text: string): Note {
  return { id: deps.ids.ordered<'Note'>(), text, version: 1 };
}

async function stored(first: string): Promise<Note> {
  const added = await deps.transaction(async ({ notes }) => ok(await notes.add(note(first))));
  if (!added.ok) throw new Error('a note can be added');
  return added.value;
}

async function rowsOf(table: string): Promise<number> {
  const [row]: { count: number }[] = await test.dataSource.query(`select count(*)::int from ${table}`);
  return row?.count ?? 0;
}

function rename(id: Id<'Note'>, text: string, meanwhile: () => Promise<void> = () => Promise.resolve()) {
  return deps.transaction(async ({ notes }) => {
    const found = await notes.find(id);
    if (found === null) return err(notFound('Note'));
    await meanwhile();
    return ok(await notes.save({ ...found, text }));
  });
}

describe('a transaction', () => {
  it('leaves nothing behind after an expected failure: no row, no event, no job', async () => {
    const memberId = randomUUID();
    const tables = ['note', 'outbox_event', 'outbox_delivery', 'event_sequence', 'graphile_worker._private_jobs'];
    const before = await Promise.all(tables.map(rowsOf));
    const result = await deps.transaction(async ({ notes, outbox, jobs }) => {
      await notes.add(note('not kept'));
      await outbox.append('MemberStatusChanged', memberId, { memberId, status: 'ACTIVE' });
      await jobs.enqueue('anything', {}, { runAt: new Date(), key: 'not kept' });
      return err(notFound('Note'));
    });
    expect(result).toEqual(err(notFound('Note')));
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
  });

  it('leaves nothing behind after a fault, and lets the fault through', async () => {
    const before = await rowsOf('note');
    const result = deps.transaction(async ({ notes }) => {
      await notes.add(note('not kept'));
      throw new RangeError('a bug');
    });
    await expect(result).rejects.toThrow(RangeError);
    expect(await rowsOf('note')).toBe(before);
  });

  it('gives one of two writers who read the same version a conflict, and keeps the other whole', async () => {
    const { id } = await stored('read by two');
    const bothHaveRead = Promise.withResolvers<void>();
    let readers = 0;
    const meet = async (): Promise<void> => {
      readers += 1;
      if (readers === 2) bothHaveRead.resolve();
      await bothHaveRead.promise;
    };
    const results = await Promise.all([rename(id, 'mine', meet), rename(id, 'yours', meet)]);
    const [kept] = results.filter((result) => result.ok);
    const [refused] = results.filter((result) => !result.ok);
    expect(refused).toMatchObject({ error: { __typename: 'ConflictError' } });
    expect(await deps.transaction(async ({ notes }) => ok(await notes.find(id)))).toEqual(kept);
  });

  it('runs again after a deadlock, so that both writers succeed', async () => {
    const [a, b] = [await stored('a'), await stored('b')];
    const bothHoldOne = Promise.withResolvers<void>();
    let holders = 0;
    const tries: string[] = [];
    const touchBoth = (name: string, first: Note, second: Note) =>
      deps.transaction(async ({ manager }) => {
        tries.push(name);
        const touch = `update note set text = text || $2 where id = $1`;
        await manager.query(touch, [first.id, name]);
        holders += 1;
        if (holders === 2) bothHoldOne.resolve();
        await bothHoldOne.promise;
        await manager.query(touch, [second.id, name]);
        return ok(undefined);
      });
    const results = await Promise.all([touchBoth('1', a, b), touchBoth('2', b, a)]);
    expect(results.map(({ ok: isOk }) => isOk)).toEqual([true, true]);
    expect(tries).toHaveLength(3);
    const texts: { text: string }[] = await test.dataSource.query('select text from note where id in ($1, $2)', [
      a.id,
      b.id,
    ]);
    for (const { text } of texts) expect(text.slice(1).split('').toSorted()).toEqual(['1', '2']);
  });

  it('answers a conflict when a serialisation failure does not go away', async () => {
    let tries = 0;
    const result = await deps.transaction(async ({ manager }) => {
      tries += 1;
      await manager.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
      return ok(undefined);
    });
    expect(result).toMatchObject({ ok: false, error: { __typename: 'ConflictError' } });
    expect(tries).toBe(3);
  });

  it('never reports success when a statement failed and the failure was swallowed', async () => {
    const before = await rowsOf('note');
    const result = deps.transaction(async ({ notes, manager }) => {
      await notes.add(note('lost'));
      await manager.query('select 1 / 0').catch(() => undefined);
      return ok(undefined);
    });
    await expect(result).rejects.toThrow('failed and was ignored');
    expect(await rowsOf('note')).toBe(before);
  });
});
