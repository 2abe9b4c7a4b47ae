import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanSpine } from '@guildhall/events';
import { conflict, err, notFound, ok, type Id } from '@guildhall/kernel';
import { startTestService, testStart, type TestService } from '../start-test-service.js';
import { TestClock } from '../test-clock.js';
import { noteService, type Note, type NoteDeps } from './note-service.js';

const clock = new TestClock(testStart);
let test: TestService;
let deps: NoteDeps;
let key: string;
let keys = 0;

beforeAll(async () => {
  test = await startTestService(noteService({ onWired: (wired) => (deps = wired) }), { clock });
});
afterAll(() => test.stop());
beforeEach(() => {
  keys += 1;
  key = `key-${keys}`;
});

const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) {
  __typename ... on AddNoteSuccess { note { id text } } ... on UserError { message } } }`;

async function add(text: string, { subject = 'ada', by = key } = {}): Promise<unknown> {
  const { data, errors } = await test.run(subject, addNote, { input: { text, idempotencyKey: by } });
  expect(errors).toBeUndefined();
  return data?.['addNote'];
}

async function countOf(text: string): Promise<unknown> {
  const [row]: { count: number }[] = await test.dataSource.query('select count(*)::int from note where text = $1', [
    text,
  ]);
  return row?.count;
}

function note(text: string): Note {
  return { id: deps.ids.ordered<'Note'>(), text, version: 1 };
}

/** One idempotent use case whose work is given by the test. */
function once<E extends { readonly __typename: string }>(
  work: () => ReturnType<typeof ok<Note>> | ReturnType<typeof err<E>>,
) {
  return deps.idempotentTransaction(
    { actor: 'ada', key, operation: 'test', input: {} },
    ({ notes }, id) => notes.find(id),
    async ({ notes }) => {
      await notes.add(note(key));
      return work();
    },
  );
}

describe('an idempotency key', () => {
  it('makes twenty simultaneous requests one effect with twenty equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => add('at once')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'AddNoteSuccess', note: { text: 'at once' } });
    expect(await countOf('at once')).toBe(1);
  });

  it('gives the first answer again after a time, whatever the order of the fields of the input', async () => {
    const ask = (input: object) =>
      deps.idempotentTransaction(
        { actor: 'ada', key, operation: 'test', input },
        ({ notes }, id) => notes.find(id),
        async ({ notes }) => ok(await notes.add(note('sorted'))),
      );
    const first = await ask({ a: 1, b: { c: [1, 2], d: null } });
    const again = await ask({ b: { d: null, c: [1, 2] }, a: 1 });
    expect(again).toEqual(first);
    expect(await ask({ a: 1, b: { c: [2, 1], d: null } })).toMatchObject({
      ok: false,
      error: { __typename: 'ConflictError' },
    });
    expect(await countOf('sorted')).toBe(1);
  });

  it('with another input is a conflict that makes nothing', async () => {
    await add('first');
    expect(await add('second')).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('different input'),
    });
    expect(await countOf('second')).toBe(0);
  });

  it('for another operation is a conflict too', async () => {
    await add('for adding');
    expect(await once(() => ok(note('unused')))).toMatchObject({ ok: false, error: { __typename: 'ConflictError' } });
  });

  it('remembers an expected failure, without what was written before it', async () => {
    let tries = 0;
    const fail = () =>
      once(() => {
        tries += 1;
        return err(notFound('Note'));
      });
    expect([await fail(), await fail()]).toEqual([err(notFound('Note')), err(notFound('Note'))]);
    expect(tries).toBe(1);
    expect(await countOf(key)).toBe(0);
  });

  it('does not remember a conflict, so that the same key may be tried again', async () => {
    expect(await once(() => err(conflict()))).toEqual(err(conflict()));
    const answer = await once(() => ok(note('unused')));
    expect(answer.ok).toBe(true);
    expect(await countOf(key)).toBe(1);
  });

  it('stays free when the work throws', async () => {
    const fault = once(() => {
      throw new Error('power cut');
    });
    await expect(fault).rejects.toThrow('power cut');
    expect((await once(() => ok(note('unused')))).ok).toBe(true);
    expect(await countOf(key)).toBe(1);
  });

  it('belongs to its actor: the same text from another is another key', async () => {
    const [first, other] = [await add('same text'), await add('same text', { subject: 'omar' })];
    expect(first).not.toEqual(other);
    expect(await countOf('same text')).toBe(2);
  });

  it('may be any text of any length, and is not stored as it was sent', async () => {
    const long = `${key}\0${'😀'.repeat(10_000)}`;
    expect(await add('long key', { by: long })).toEqual(await add('long key', { by: long }));
    expect(await countOf('long key')).toBe(1);
  });

  it('is a conflict, not a second effect, when what it made is gone', async () => {
    const answer = (await add('soon gone')) as { note: { id: Id<'Note'> } };
    await test.dataSource.query('delete from note where id = $1', [answer.note.id]);
    expect(await add('soon gone')).toMatchObject({ __typename: 'ConflictError' });
    expect(await countOf('soon gone')).toBe(0);
  });

  it('is forgotten after seven days and not before', async () => {
    await add('for a week');
    const after = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);
    await cleanSpine(test.dataSource.manager, after(6.9));
    await add('for a week');
    expect(await countOf('for a week')).toBe(1);
    await cleanSpine(test.dataSource.manager, after(7.1));
    await add('for a week');
    expect(await countOf('for a week')).toBe(2);
  });
});
