import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, startService, systemIds, LocalEventTransport, type RunningService } from '@guildhall/subgraph';
import { personCaller, TestClock, testStart, type TestService } from '@guildhall/testing';
import { systemActor, toId } from '@guildhall/kernel';
import { advocacy } from '../src/app.js';
import { dormancyTask } from '../src/case/case.policy.js';
import { createCaseRepository } from '../src/case/case.repository.js';
import { createCommands } from '../src/commands.js';
import { readKeys } from '../src/keys.js';
import { createKeyRotationRepository } from '../src/sealing/key-rotation.repository.js';
import { createTransitKeys } from '../src/sealing/transit-keys.http.js';
import { createVault } from '../src/sealing/vault.crypto.js';
import { keys, startAdvocacy, type Fixture } from './fixture.js';
import { startTransitServer, type TransitServer } from './transit-server.js';

let test: TestService;
let fixture: Fixture;
let kms: TransitServer;
const secret = (): string => randomBytes(32).toString('base64');
const narrative = 'query ($id: ID!) { case(id: $id) { narrative messages(first: 100) { edges { node { body } } } } }';

beforeAll(async () => {
  kms = await startTransitServer('cases');
  ({ test, fixture } = await startAdvocacy());
});
afterAll(async () => {
  await test.stop();
  await kms.stop();
});

/** A second process of the service over the same database, with other keys. */
async function startWith(environment: Readonly<Record<string, string | undefined>>): Promise<RunningService> {
  return startService(advocacy, {
    databaseUrl: test.databaseUrl,
    poolSize: 8,
    clock: new TestClock(testStart),
    ids: systemIds({ now: () => new Date() }),
    logger: createLogger('advocacy', 'silent'),
    campusZone: 'Europe/London',
    transport: new LocalEventTransport(),
    environment,
  });
}

async function ask(service: RunningService, who: string, query: string, variables: Readonly<Record<string, unknown>>) {
  const answer = await service.execute({ query, variables, caller: personCaller(who), requestId: 'test' });
  if (answer.errors !== undefined && answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return JSON.parse(JSON.stringify(answer.data));
}
const post = (service: RunningService, caseId: string, body: string) =>
  ask(service, 'ada', 'mutation ($input: PostCaseMessageInput!) { postCaseMessage(input: $input) { __typename } }', {
    input: { caseId, body, idempotencyKey: body },
  });
const keyIds = async (): Promise<readonly string[]> =>
  (
    await fixture.sql<{ key_id: string }>(
      'select distinct key_id from (select key_id from case_file where data_key is not null union select key_id from inbox_settings where data_key is not null) k',
    )
  ).map(({ key_id }) => key_id);

const caseTable = { name: 'case_file', isVersioned: true };
const older: string[] = [];

/** A rotation to a new key; `meanwhile` happens after keys were read and before any is written. */
async function rotationTo(master: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
  older.push(master);
  const vault = createVault(
    readKeys({
      ...keys,
      GUILDHALL_ADVOCACY_MASTER_KEY: master,
      GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: keys.GUILDHALL_ADVOCACY_MASTER_KEY,
    }),
  );
  const rewrap: typeof vault.rewrap = async (key, ownerId) => {
    const wrapped = await vault.rewrap(key, ownerId);
    await meanwhile();
    return wrapped;
  };
  const rotation = createKeyRotationRepository(test.dataSource.manager, { ...vault, rewrap });
  return { rotation, currentKeyId: await vault.currentKeyId() };
}

/** The running service has the first key alone. */
async function backToTheFirstKey(): Promise<void> {
  const environment = { ...keys, GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: older.join(',') };
  const { rotateCaseKeys } = createCommands({ dataSource: test.dataSource, environment });
  await rotateCaseKeys({ batchSize: 100, onProgress: () => undefined });
}

describe('the master key', () => {
  it('changes while the service serves: no reader and no writer notices, and the old key can go', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await fixture.opened());
    const erased = await fixture.opened('bea');
    await fixture.sql('update case_file set data_key = null where id = $1', [erased]);
    await fixture.mutate('ada', 'changeCaseInboxSettings', {
      inboxId: 'student',
      address: 'ada@example.org',
      mailKinds: ['PROGRESS'],
      quietFrom: 0,
      quietUntil: 0,
      language: 'EN',
    });
    const before = await keyIds();
    expect(before).toHaveLength(1);
    const current = { ...keys, GUILDHALL_ADVOCACY_MASTER_KEY: secret() };
    const both = { ...current, GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: keys.GUILDHALL_ADVOCACY_MASTER_KEY };
    const service = await startWith(both);
    try {
      const commands = createCommands({ dataSource: service.dataSource, environment: both });
      const state = { isOver: false };
      const work = Promise.all(
        ids.map(async (caseId, index) => {
          for (let round = 0; !state.isOver || round < 2; round += 1) {
            expect((await post(service, caseId, `message ${index} ${round}`))['postCaseMessage'].__typename).toBe(
              'PostCaseMessageSuccess',
            );
            expect((await ask(service, 'ada', narrative, { id: caseId }))['case'].narrative).toContain('radiator');
          }
        }),
      );
      const progress: number[] = [];
      const report = await commands.rotateCaseKeys({ batchSize: 3, onProgress: (count) => void progress.push(count) });
      state.isOver = true;
      await work;
      expect(report.rewrapped).toBeGreaterThanOrEqual(13);
      expect(progress.length).toBeGreaterThan(4);
      expect(report.counts.map(({ keyId }) => keyId)).toEqual([report.currentKeyId]);
      expect(await keyIds()).toEqual([report.currentKeyId]);
      expect(before).not.toContain(report.currentKeyId);
      const [row] = await fixture.sql<{ data_key: Buffer | null }>('select data_key from case_file where id = $1', [
        erased,
      ]);
      expect(row?.data_key).toBeNull();
      expect((await commands.rotateCaseKeys({ batchSize: 3, onProgress: () => undefined })).rewrapped).toBe(0);
    } finally {
      await service.stop();
    }
    const alone = await startWith(current);
    try {
      const [id] = ids;
      const seen = (await ask(alone, 'ada', narrative, { id }))['case'];
      expect(seen.narrative).toContain('radiator');
      expect(seen.messages.edges.length).toBeGreaterThan(1);
      const settings = '{ viewer { caseInboxes { settings { address } } } }';
      expect((await ask(alone, 'ada', settings, {}))['viewer'].caseInboxes[0].settings.address).toBe('ada@example.org');
    } finally {
      await alone.stop();
    }
    // The process with the old key alone cannot read what is wrapped under the new one, and shows nothing wrong.
    const answer = await test.run('ada', narrative, { id: ids[0] });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    await createCommands({
      dataSource: test.dataSource,
      environment: { ...keys, GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: current.GUILDHALL_ADVOCACY_MASTER_KEY },
    }).rotateCaseKeys({ batchSize: 50, onProgress: () => undefined });
  });

  it('is not undone by somebody who read a case before and saves it after', async () => {
    const caseId = toId<'Case'>(await fixture.opened());
    const { manager } = test.dataSource;
    const cases = createCaseRepository(manager);
    const viewer = { actor: systemActor(dormancyTask), self: undefined };
    const readBefore = await cases.findVisible(viewer, caseId);
    if (readBefore === null) throw new Error('the platform sees the case');
    const { rotation, currentKeyId } = await rotationTo(secret());
    await rotation.rewrapBatch(caseTable, { after: undefined, size: 500, currentKeyId });
    const keyId = async () =>
      (await fixture.sql<{ key_id: string }>('select key_id from case_file where id = $1', [caseId]))[0]?.key_id;
    expect(await keyId()).toBe(currentKeyId);
    await cases.save({ ...readBefore, urgency: 'HIGH' });
    expect(await keyId()).toBe(currentKeyId);
    await backToTheFirstKey();
  });

  it('never brings back a key that was destroyed while it was being wrapped anew', async () => {
    const caseId = await fixture.opened();
    const { rotation, currentKeyId } = await rotationTo(secret(), () =>
      fixture.sql('update case_file set data_key = null where id = $1', [caseId]),
    );
    await rotation.rewrapBatch(caseTable, { after: undefined, size: 500, currentKeyId });
    const [row] = await fixture.sql<{ data_key: Buffer | null }>('select data_key from case_file where id = $1', [
      caseId,
    ]);
    expect(row?.data_key).toBeNull();
    await backToTheFirstKey();
  });

  it('goes on where a rotation was stopped', async () => {
    for (let count = 0; count < 6; count += 1) await fixture.opened();
    const environment = {
      ...keys,
      GUILDHALL_ADVOCACY_MASTER_KEY: secret(),
      GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: keys.GUILDHALL_ADVOCACY_MASTER_KEY,
    };
    const commands = createCommands({ dataSource: test.dataSource, environment });
    const stopped = commands.rotateCaseKeys({
      batchSize: 2,
      onProgress: (count) => {
        if (count >= 4) throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await keyIds()).toHaveLength(2);
    const rest = await commands.rotateCaseKeys({ batchSize: 2, onProgress: () => undefined });
    expect(rest.counts).toHaveLength(1);
    const [{ count } = { count: 0 }] = rest.counts;
    expect(rest.rewrapped).toBe(count - 4);
  });

  it('is named wherever a table keeps wrapped keys, so that none is forgotten', async () => {
    const tables = await fixture.sql<{ name: string }>(
      `select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'data_key' order by 1`,
    );
    for (const { name } of tables) {
      const columns = await fixture.sql<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = $1 and column_name in ('id', 'key_id')`,
        [name],
      );
      expect({ name, columns: columns.map((one) => one.column_name).toSorted() }).toEqual({
        name,
        columns: ['id', 'key_id'],
      });
    }
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['case_file', 'inbox_settings']));
  });
});

describe('a key management service', () => {
  const environment = () => ({
    GUILDHALL_ADVOCACY_PSEUDONYM_KEY: keys.GUILDHALL_ADVOCACY_PSEUDONYM_KEY,
    GUILDHALL_ADVOCACY_KMS_URL: kms.url,
    GUILDHALL_ADVOCACY_KMS_KEY: 'cases',
    GUILDHALL_ADVOCACY_KMS_TOKEN: kms.token,
  });

  it('wraps and unwraps data keys over HTTP, bound to their owner, and names the version', async () => {
    const transit = createTransitKeys({ url: kms.url, key: 'cases', token: kms.token });
    const wrapped = await transit.wrap(Buffer.from('a data key'), 'a case');
    expect(wrapped.keyId).toBe('transit:cases:v1');
    expect(Buffer.from(await transit.unwrap(wrapped, 'a case')).toString()).toBe('a data key');
    await expect(transit.unwrap(wrapped, 'another case')).rejects.toThrow('the key management service answered 400');
    await expect(transit.unwrap({ ...wrapped, keyId: 'other' }, 'a case')).rejects.toThrow('another master key');
    const stranger = createTransitKeys({ url: kms.url, key: 'cases', token: 'wrong' });
    await expect(stranger.wrap(Buffer.from('x'), 'a case')).rejects.toThrow('the key management service answered 403');
  });

  it('takes over from keys of the environment, is rotated, and is asked once for a page of words', async () => {
    const [row] = await fixture.sql<{ key_id: string }>(
      'select key_id from case_file where data_key is not null limit 1',
    );
    expect(row?.key_id).not.toContain('transit');
    const fresh = await startAdvocacy({ environment: { ...keys, ...environment() } });
    try {
      const caseId = await fresh.fixture.assigned();
      const [made] = await fresh.fixture.sql<{ key_id: string }>('select key_id from case_file');
      expect(made?.key_id).toBe('transit:cases:v1');
      kms.rotate();
      await fresh.fixture.opened();
      const commands = createCommands({ dataSource: fresh.test.dataSource, environment: environment() });
      const { counts } = await commands.rotateCaseKeys({ batchSize: 10, onProgress: () => undefined });
      expect(counts).toEqual([{ keyId: 'transit:cases:v2', count: 2 }]);
      const before = kms.calls.length;
      const seen = await fresh.fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative otherParties } }', {
        id: caseId,
      });
      expect(seen['case'].narrative).toContain('radiator');
      expect(kms.calls.slice(before).filter((call) => call.includes('decrypt'))).toHaveLength(1);
    } finally {
      await fresh.test.stop();
    }
  });

  it('that is away shows nothing and tells nothing', async () => {
    const fresh = await startAdvocacy({ environment: environment() });
    try {
      const caseId = await fresh.fixture.assigned();
      await fresh.test.dataSource.query('select 1');
      const cold = createTransitKeys({ url: kms.url, key: 'cases', token: kms.token });
      kms.fail(503);
      await expect(cold.currentKeyId()).rejects.toThrow('the key management service answered 503');
      const answer = await fresh.test.run(
        'bea',
        'mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename } }',
        {
          input: {
            matter: 'HOUSING',
            narrative: 'The heating has been off for weeks now.',
            contactName: 'Bea',
            otherParties: [],
          },
        },
      );
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(answer)).not.toContain('heating');
      expect(caseId).toBeTruthy();
    } finally {
      kms.fail(undefined);
      await fresh.test.stop();
    }
  });
});
