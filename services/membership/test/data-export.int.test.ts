import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportKeptMs } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { exportPauseMs } from '../src/data-export/data-export.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const start = new Date(testStart).getTime();
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const request = `mutation ($input: RequestDataExportInput!) { answer: requestDataExport(input: $input) { __typename ... on RequestDataExportSuccess { dataExport { id finishedAt } } ... on UserError { message } } }`;
const own = `{ viewer { dataExportActions nextDataExportAt dataExports { id finishedAt membership { readyAt expiresAt pageCount page(number: 1) { number json html(language: EN) } } } } }`;

type Answer = { __typename: string; dataExport: { id: string } };
type Part = { readyAt: string; pageCount: number; page: { json: string; html: string } };

async function ask(subject: string, idempotencyKey?: string): Promise<Answer> {
  const { data, errors } = await test.run(subject, request, { input: { idempotencyKey } });
  expect(errors).toBeUndefined();
  return data?.['answer'] as Answer;
}

async function readPart(subject: string): Promise<Part | null> {
  const { data, errors } = await test.run(subject, own);
  expect(errors).toBeUndefined();
  const copies = ((data ?? {})['viewer'] as { dataExports: { membership: Part | null }[] }).dataExports;
  return copies[0]?.membership ?? null;
}

async function written(subject: string): Promise<Part> {
  await waitFor('the part to be written', async () => Boolean((await readPart(subject))?.readyAt));
  const part = await readPart(subject);
  if (part === null) throw new Error('the part was there a moment ago');
  return part;
}

async function told(service: 'activities' | 'learning', exportId: string): Promise<void> {
  const capital = service === 'activities' ? 'Activities' : 'Learning';
  await test.service.receive([
    {
      specversion: '1.0',
      id: randomUUID(),
      type: `guildhall.${service}.${capital}ExportReady.v1`,
      source: service,
      time: testStart,
      subject: exportId,
      aggregate: `${capital}PersonalData`,
      sequence: 1,
      datacontenttype: 'application/json',
      name: `${capital}ExportReady`,
      data: { exportId },
    },
  ]);
}

describe('a copy of what is kept', () => {
  it('holds what the person wrote, in JSON and to read, with everything escaped', async () => {
    const member = await fixture.member('copied', { displayName: '<b>Q & "A"</b>', bio: 'Quinces.' });
    const group = await fixture.group('Copy circle', [member.id]);
    await fixture.post(group.id, member.id);
    expect(await ask('copied')).toMatchObject({ __typename: 'RequestDataExportSuccess' });
    const part = await written('copied');
    const page = JSON.parse(part.page.json) as {
      format: string;
      version: number;
      sections: { name: string; rows: object[] }[];
    };
    expect(page).toMatchObject({ format: 'guildhall-export', version: 1, service: 'membership', memberId: member.id });
    const rowsOf = (name: string) => page.sections.find((section) => section.name === name)?.rows;
    expect(rowsOf('profile')).toMatchObject([{ displayName: '<b>Q & "A"</b>', bio: 'Quinces.', subject: 'copied' }]);
    expect(rowsOf('posts')).toMatchObject([{ body: 'A bench by the lake.' }]);
    expect(rowsOf('groupMemberships')).toMatchObject([{ groupName: 'Copy circle' }]);
    expect(part.page.html).toContain('&lt;b&gt;Q &amp; &quot;A&quot;&lt;/b&gt;');
    expect(part.page.html).not.toContain('<b>');
    expect(part.page.html).toContain('<html lang="en">');
  });

  it('is cut into pages of at most 500 rows and loses none', async () => {
    const member = await fixture.member('prolific');
    await test.dataSource.query(
      `insert into erasure (id, member_id, status, rules_version, requested_at, due_at, ended_at, version)
       select gen_random_uuid(), $1, 'CANCELLED', 1, $2::timestamptz + n * interval '1 second', $2::timestamptz + interval '14 days', now(), 1
       from generate_series(1, 1200) n`,
      [member.id, testStart],
    );
    await ask('prolific');
    const { pageCount } = await written('prolific');
    expect(pageCount).toBe(3);
    const sizes: number[] = [];
    for (let number = 1; number <= pageCount; number += 1) {
      const { data } = await test.run('prolific', own.replace('number: 1', `number: ${number}`));
      const { page } =
        ((data ?? {})['viewer'] as { dataExports: { membership: Part }[] }).dataExports[0]?.membership ?? {};
      const { sections } = JSON.parse(page?.json ?? '{}') as { sections: { name: string; rows: object[] }[] };
      sizes.push(...sections.filter(({ name }) => name === 'erasures').map(({ rows }) => rows.length));
      expect(sections.reduce((total, { rows }) => total + rows.length, 0)).toBeLessThanOrEqual(500);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1200);
  });

  it('is the person’s alone: to anybody else it is missing', async () => {
    await fixture.member('private');
    await fixture.member('curious');
    const { dataExport } = await ask('private');
    await written('private');
    const byReference = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on DataExport { id membership { readyAt page(number: 1) { json } } } } }`;
    const read = async (subject: string | undefined, id: string) =>
      (await test.run(subject, byReference, { representations: [{ __typename: 'DataExport', id }] })).data;
    expect(await read('private', dataExport.id)).toMatchObject({ _entities: [{ id: dataExport.id }] });
    for (const who of ['curious', 'sys', undefined]) {
      expect(await read(who, dataExport.id)).toEqual({ _entities: [null] });
      expect(await read(who, dataExport.id)).toEqual(await read(who, randomUUID()));
    }
    expect(await ask('unknown-to-the-register')).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('is one at a time and one a day, however often it is asked for at once', async () => {
    await fixture.member('eager');
    const kinds = (await Promise.all(Array.from({ length: 5 }, () => ask('eager')))).map((one) => one.__typename);
    expect(kinds.filter((kind) => kind === 'RequestDataExportSuccess')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'LimitReachedError')).toHaveLength(4);
    await fixture.member('patient');
    const key = randomUUID();
    const first = await ask('patient', key);
    expect(await ask('patient', key)).toEqual(first);
    for (const service of ['activities', 'learning'] as const) await told(service, first.dataExport.id);
    await waitFor('the copy to be finished', async () => {
      const { data } = await test.run('patient', own);
      return Boolean(
        ((data ?? {})['viewer'] as { dataExports: { finishedAt: string | null }[] }).dataExports[0]?.finishedAt,
      );
    });
    const reasons: unknown = await test.dataSource.query(
      `select reason from notification n join member m on m.id = n.member_id where m.subject = 'patient'`,
    );
    expect(reasons).toEqual([{ reason: 'EXPORT_READY' }]);
    expect((await test.run('patient', own)).data).toMatchObject({ viewer: { dataExportActions: [] } });
    clock.set(new Date(start + exportPauseMs).toISOString());
    expect((await test.run('patient', own)).data).toMatchObject({
      viewer: { dataExportActions: ['REQUEST'], nextDataExportAt: null },
    });
    expect(await ask('patient')).toMatchObject({ __typename: 'RequestDataExportSuccess' });
  });

  it('never runs twice for one person, whatever the code does', async () => {
    const member = await fixture.member('doubled');
    const insert = () =>
      test.dataSource.query(
        'insert into data_export (id, member_id, requested_at, version) values ($1, $2, now(), 1)',
        [randomUUID(), member.id],
      );
    await insert();
    await expect(insert()).rejects.toMatchObject({ driverError: { constraint: 'data_export_one_running' } });
  });

  it('is deleted by its job 14 days later', async () => {
    await fixture.member('later');
    await ask('later');
    await written('later');
    clock.set(new Date(start + exportKeptMs).toISOString());
    await test.dataSource.query(
      `select graphile_worker.reschedule_jobs(array(select j.id from graphile_worker.jobs j join data_export e on j.key = 'remove-data-export:' || e.id join member m on m.id = e.member_id where m.subject = 'later'), run_at := now())`,
    );
    await waitFor('the part to be deleted', async () => (await readPart('later')) === null);
    expect(
      await test.dataSource.query(
        `select 1 from data_export_page p join data_export e on e.id = p.export_id join member m on m.id = e.member_id where m.subject = 'later'`,
      ),
    ).toEqual([]);
  });
});
