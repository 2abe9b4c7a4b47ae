import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { err, notFound, ok } from '@guildhall/kernel';
import {
  createIdentitySigner,
  createIdentityVerifier,
  generateKeyPairPem,
  identityHeader,
} from '@guildhall/service-identity';
import { apartFromRequest, listen } from '@guildhall/subgraph';
import { Client } from 'pg';
import { personCaller, startTestService, type TestService } from '../start-test-service.js';
import { testServerUrl } from '../test-database.js';
import { waitFor } from '../wait-for.js';
import { noteService, type NoteDeps } from './note-service.js';

const slowly = `select pg_sleep(14), 'cancellation-test'`;
const ada = personCaller('ada');

let test: TestService;
let deps: NoteDeps;
let server: Client;
/** What the mutation of this service does in its transaction, chosen by each test. */
let change: () => Promise<unknown>;
let background: Promise<unknown> | undefined;

beforeAll(async () => {
  server = new Client({ connectionString: testServerUrl() });
  await server.connect();
  const notes = noteService({ name: 'learning', onWired: (wired) => (deps = wired) });
  const resolvers = {
    ...notes.resolvers,
    Query: {
      ...notes.resolvers['Query'],
      rights: () => test.dataSource.query(slowly),
      fault: () => {
        background = apartFromRequest(() => test.dataSource.query(`select pg_sleep(1), 'background' as kept`));
        return test.dataSource.query(slowly);
      },
    },
    Mutation: { addNote: () => change() },
  };
  test = await startTestService({ ...notes, resolvers });
});
afterAll(async () => {
  await test.stop();
  await server.end();
});

async function active(pattern: string): Promise<number> {
  const { rowCount } = await server.query(
    `select 1 from pg_stat_activity where datname = $1 and state = 'active' and query ilike $2`,
    [new URL(test.databaseUrl).pathname.slice(1), pattern],
  );
  return rowCount ?? 0;
}

const sleeping = (): Promise<number> => active('%cancellation-test%');
const isSleeping = (): Promise<void> => waitFor('the statement runs', async () => (await sleeping()) > 0);
/** Sooner than the statement would end by itself. */
const isGone = (): Promise<void> => waitFor('the statement is gone', async () => (await sleeping()) === 0, 6_000);

function ask(query: string, signal: AbortSignal) {
  return test.service.execute({ query, caller: ada, requestId: 'request-1', signal });
}

const add = 'mutation { addNote(input: { text: "a" }) { __typename } }';

async function notesOf(text: string): Promise<number> {
  return (await test.dataSource.query<unknown[]>('select 1 from note where text = $1', [text])).length;
}

const insert = (text: string): string =>
  `insert into note (id, text, version) values (gen_random_uuid(), '${text}', 1)`;

describe('a request that is given up', () => {
  it('ends its statement in the database, and says so without calling it a fault', async () => {
    const request = new AbortController();
    const answer = ask('{ rights }', request.signal);
    await isSleeping();
    request.abort();
    await isGone();
    expect((await answer).errors).toEqual([
      expect.objectContaining({ message: 'The request was given up.', extensions: { code: 'DEADLINE_EXCEEDED' } }),
    ]);
  });

  it('starts no other statement', async () => {
    const { errors } = await ask('{ rights }', AbortSignal.abort());
    expect(errors?.[0]?.extensions).toEqual({ code: 'DEADLINE_EXCEEDED' });
    expect(await sleeping()).toBe(0);
  });

  it('leaves nothing of its transaction, and every connection free for others', async () => {
    for (let round = 0; round < 12; round += 1) {
      const request = new AbortController();
      change = () =>
        deps.transaction(async ({ manager }) => {
          await manager.query(insert('given up'));
          await Promise.all([manager.query(slowly), manager.query(slowly), manager.query(slowly)]);
          return err(notFound('Note'));
        });
      const answer = ask(add, request.signal);
      await isSleeping();
      request.abort();
      expect((await answer).errors?.[0]?.extensions).toEqual({ code: 'DEADLINE_EXCEEDED' });
      expect(await sleeping()).toBe(0);
      expect(await notesOf('given up')).toBe(0);
    }
  }, 60_000);

  it('is not committed when it ends before its commit is sent', async () => {
    const request = new AbortController();
    change = () =>
      deps.transaction(async ({ manager }) => {
        await manager.query(insert('too late'));
        request.abort();
        return ok('kept');
      });
    await ask(add, request.signal);
    expect(await notesOf('too late')).toBe(0);
  });

  it('is left to finish once its commit began', async () => {
    await test.dataSource.query(`
      create function wait_at_commit() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return null; end $$;
      create constraint trigger slow_commit after insert on note deferrable initially deferred
        for each row when (new.text = 'kept') execute function wait_at_commit()`);
    const request = new AbortController();
    let outcome: unknown;
    change = async () => {
      outcome = await deps.transaction(async ({ manager }) => {
        await manager.query(insert('kept'));
        return ok('kept');
      });
      return { __typename: 'AddNoteSuccess' };
    };
    const answer = ask(add, request.signal);
    await waitFor('the commit runs', async () => (await active('commit')) > 0);
    request.abort();
    await answer;
    expect(outcome).toEqual(ok('kept'));
    expect(await notesOf('kept')).toBe(1);
  });

  it('does not end what it began on behalf of others', async () => {
    const request = new AbortController();
    const answer = ask('{ fault(secret: "") }', request.signal);
    await isSleeping();
    request.abort();
    await answer;
    expect(await background).toEqual([expect.objectContaining({ kept: 'background' })]);
  });
});

describe('a gateway that closes its connection', () => {
  it('ends the statement of the operation it no longer waits for', async () => {
    const key = await generateKeyPairPem();
    const clock = () => new Date();
    const signer = await createIdentitySigner({ issuer: 'gateway', privateKey: key.privateKey, clock });
    const verifier = await createIdentityVerifier({ audience: 'learning', trusted: { gateway: key.publicKey }, clock });
    const door = await listen(test.service, { host: '127.0.0.1', port: 0, verifier });
    const body = JSON.stringify({ query: '{ rights }' });
    const identity = await signer.sign({ caller: ada, audience: 'learning', requestId: 'request-1', body });
    const closing = new AbortController();
    const answer = fetch(`http://127.0.0.1:${door.port}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', [identityHeader]: identity },
      signal: closing.signal,
    });
    await isSleeping();
    closing.abort();
    await expect(answer).rejects.toThrow();
    await isGone();
    await door.stop();
  });
});
