import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@guildhall/kernel';
import {
  LocalEventTransport,
  startService,
  systemClock,
  systemIds,
  type RunningService,
  type SubgraphResponse,
} from '@guildhall/subgraph';
import { pino } from 'pino';
import { personCaller } from '../start-test-service.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { noteService } from './note-service.js';

const secret = 'the-secret-of-ada';

let database: TestDatabase;
let service: RunningService;
let lines: string[];

beforeAll(async () => {
  const definition = noteService();
  database = await createTestDatabase(definition);
  const log = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  service = await startService(definition, {
    databaseUrl: database.url,
    poolSize: 8,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: pino({}, log),
    campusZone: 'Europe/London',
    transport: new LocalEventTransport(),
    environment: {},
  });
});
afterAll(async () => {
  await service.stop();
  await database.drop();
});
beforeEach(() => {
  lines = [];
});

function run(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  subject = 'ada',
): Promise<SubgraphResponse> {
  return service.execute({ query, variables, caller: personCaller(subject), requestId: 'request-1' });
}

const codesOf = ({ errors }: SubgraphResponse) => errors?.map(({ extensions }) => extensions?.['code']);

describe('a fault in a resolver', () => {
  it('answers with one masked error that names its place and nothing else', async () => {
    const answer = await run('query ($secret: String!) { fault(secret: $secret) }', { secret });
    expect(answer).toEqual({
      data: { fault: null },
      errors: [
        {
          message: 'Something went wrong on our side.',
          path: ['fault'],
          locations: [{ line: 1, column: 28 }],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
  });

  it('is logged by kind and place, never by its message', async () => {
    await run('query ($secret: String!) { fault(secret: $secret) }', { secret });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('TypeError');
    expect(lines[0]).toContain('note-service');
    expect(lines[0]).not.toContain(secret);
    expect(lines[0]).not.toContain('cannot read');
  });

  it('whose message is several lines long does not put them into the log either', async () => {
    await run('query ($secret: String!) { fault(secret: $secret) }', { secret: `x\n    at ${secret} (file.js:1:1)` });
    expect(lines.join('')).not.toContain(secret);
  });
});

describe('a database that does not answer', () => {
  it('is one masked error: an executor answers, it never throws', async () => {
    const definition = noteService();
    const lost = await createTestDatabase(definition);
    const orphan = await startService(definition, {
      databaseUrl: lost.url,
      poolSize: 8,
      clock: systemClock,
      ids: systemIds(systemClock),
      logger: pino({ level: 'silent' }),
      campusZone: 'Europe/London',
      transport: new LocalEventTransport(),
      environment: {},
    });
    await lost.drop();
    const answer = await orphan.execute({ query: '{ rights }', caller: personCaller('ada'), requestId: 'request-1' });
    expect(answer).toEqual({
      errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(await orphan.isReady()).toBe(false);
    await orphan.stop();
  });
});

describe('text that cannot be stored', () => {
  it('is refused as bad input, as variable and inside the operation', async () => {
    const mutation = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }';
    for (const input of [{ text: 'a\0b' }, { text: 'a\0b', idempotencyKey: 'k\0' }]) {
      const answer = await run(mutation, { input });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
    expect(codesOf(await run('mutation { addNote(input: { text: "a\\u0000b" }) { __typename } }'))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(lines).toEqual([]);
  });
});

describe('the viewer', () => {
  const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Viewer { subject member { id } } } }`;
  const referTo = (subject: unknown) => ({ representations: [{ __typename: 'Viewer', subject }] });

  it('is answered as a reference for the caller alone', async () => {
    expect((await run(entities, referTo('ada'))).data).toEqual({ _entities: [{ subject: 'ada', member: null }] });
    for (const other of ['omar', 'anonymous', 'ADA', 'ada ', '', 'client:portal', null, ['ada'], { subject: 'ada' }]) {
      expect((await run(entities, referTo(other))).data).toEqual({ _entities: [null] });
    }
  });

  it('is anonymous without a sign-in, and cannot be named by a reference then', async () => {
    const ask = (query: string, variables = {}) =>
      service.execute({ query, variables, caller: { kind: 'anonymous' }, requestId: 'request-1' });
    expect((await ask('{ viewer { subject } }')).data).toEqual({ viewer: { subject: 'anonymous' } });
    expect((await ask(entities, referTo('ada'))).data).toEqual({ _entities: [null] });
  });
});

describe('scalars and cursors from outside', () => {
  it('understands an instant with an offset, and writes it back in UTC', async () => {
    const { data } = await run('{ instant(at: "2026-10-05T11:30:00+02:00") day(on: "2028-02-29") }');
    expect(data).toEqual({ instant: '2026-10-05T09:30:00.000Z', day: '2028-02-29' });
  });

  it('refuses what is no instant or day, as a variable and inside the operation', async () => {
    for (const at of ['2026-02-30T00:00:00Z', '2026-10-05T24:00:00Z', '2026-10-05T09:30:00', 'tomorrow', '', 1, null]) {
      expect(codesOf(await run('query ($at: DateTime!) { instant(at: $at) }', { at }))).toEqual(['BAD_USER_INPUT']);
    }
    for (const on of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-00-00', 20261005]) {
      expect(codesOf(await run('query ($on: Date!) { day(on: $on) }', { on }))).toEqual(['BAD_USER_INPUT']);
    }
    expect(codesOf(await run('{ day(on: "2026-02-30") }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(lines).toEqual([]);
  });

  it('refuses a cursor that was tampered with before it reaches the database', async () => {
    const id = '0198b2f0-0000-7000-8000-000000000001';
    const ask = (after: string) => run('query ($after: String) { cursor(after: $after) }', { after });
    expect((await ask(encodeCursor(['name', id]))).data).toEqual({ cursor: ['name', id] });
    const forged = [
      [],
      ['name'],
      ['name', id, id],
      ['name', 'not-an-id'],
      ['name', `${id}'; drop table note --`],
      ['na\0me', id],
    ];
    for (const after of [...forged.map(encodeCursor), '', '%%%', 'bm9wZQ', encodeCursor(['name', id]).slice(1)]) {
      expect(codesOf(await ask(after))).toEqual(['BAD_USER_INPUT']);
    }
    for (const first of [0, -1, 101, 2 ** 31 - 1])
      expect(codesOf(await run('query ($first: Int) { cursor(first: $first) }', { first }))).toEqual([
        'BAD_USER_INPUT',
      ]);
  });
});
