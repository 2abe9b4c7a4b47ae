import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { constituencyId, constituencyOf } from '@guildhall/demo';
import { createKit, createLogger, loadActor, systemClock, systemIds } from '@guildhall/subgraph';
import { personCaller, startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { AddConstituency1780000000006 } from '../migrations/0006-add-constituency.js';
import { createCommands, type MembershipCommands, type RollRow } from '../src/commands.js';
import { createRepositories } from '../src/app.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let commands: MembershipCommands;

beforeAll(async () => {
  test = await startTestService(membership, {
    clock,
    transport: { deliver: () => Promise.reject(new Error('nobody listens')) },
  });
  fixture = new Fixture(test);
  const config = {
    databaseUrl: test.databaseUrl,
    poolSize: 2,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: createLogger('membership', 'silent'),
    campusZone: 'Europe/London',
    transport: { deliver: () => Promise.resolve() },
    environment: {},
  };
  commands = createCommands(createKit(test.dataSource, config, () => undefined));
});
afterAll(() => test.stop());

function row(subject: string, programme: string, year: number): RollRow {
  return {
    line: 2,
    subject,
    studentNumber: `N-${subject}`,
    displayName: 'Student',
    faculty: 'Natural Sciences',
    programme,
    level: 'UG',
    year: String(year),
  };
}

type Told = { readonly name: string; readonly constituencies: readonly string[] | null };

function told(subject: string): Promise<readonly Told[]> {
  return test.dataSource.query(
    `select e.name, e.data->'constituencies' as constituencies from outbox_event e
     join member m on m.id::text = e.aggregate_id where m.subject = $1 and e.aggregate = 'Member' order by e.sequence`,
    [subject],
  );
}

const idOf = (programme: string, year: number) => constituencyId(constituencyOf({ programme, year }));

describe('the constituency of a member', () => {
  it('is told when the roll takes somebody in, and again when they move on, and not when nothing changes', async () => {
    const take = (year: number) =>
      commands.importMembers({ rows: [row('phys', 'BSc Physics', year)], isDryRun: false });
    await take(1);
    await take(1);
    await take(2);
    expect(await told('phys')).toEqual([
      { name: 'MemberRegistered', constituencies: [idOf('BSc Physics', 1)] },
      { name: 'MemberStudiesChanged', constituencies: [idOf('BSc Physics', 2)] },
    ]);
  });

  it('is told by an id of whoever applies, and never by the name of the course', async () => {
    await test.run(
      'applicant',
      'mutation ($input: ApplyForMembershipInput!) { applyForMembership(input: $input) { __typename } }',
      {
        input: {
          studentNumber: 'N77',
          displayName: 'New',
          faculty: 'Arts',
          programme: 'BA Silversmithing',
          level: 'UNDERGRADUATE',
          year: 3,
        },
      },
    );
    expect(await told('applicant')).toEqual([
      { name: 'MemberRegistered', constituencies: [idOf('BA Silversmithing', 3)] },
    ]);
    expect(JSON.stringify(await test.dataSource.query('select data from outbox_event'))).not.toContain('Silver');
  });

  it('is part of the rights of its students and of its representative', async () => {
    const member = await fixture.member('rosa');
    const name = constituencyOf(member);
    const mandates = createRepositories(test.dataSource.manager).mandates;
    const position = await mandates.addPosition({
      ...(await fixture.position(undefined, 'COURSE_REP')),
      id: systemIds(systemClock).ordered(),
      constituency: name,
    });
    await fixture.mandate(position, member.id);
    const rosa = await loadActor(test.dataSource.manager, personCaller('rosa'), clock.now());
    expect(rosa).toMatchObject({
      constituencies: [constituencyId(name)],
      mandates: [{ kind: 'COURSE_REP', constituencyId: constituencyId(name) }],
    });
  });

  it('is told to the others of every member whom they knew before there were constituencies', async () => {
    const before = await told('phys');
    const runner = test.dataSource.createQueryRunner();
    await new AddConstituency1780000000006().down(runner);
    await new AddConstituency1780000000006().up(runner);
    await runner.release();
    expect(await told('phys')).toEqual([
      ...before,
      { name: 'MemberStudiesChanged', constituencies: [idOf('BSc Physics', 2)] },
    ]);
    const [waiting]: readonly { count: number }[] = await test.dataSource.query(
      `select count(distinct d.subscriber)::int as count from outbox_delivery d join outbox_event e using (position)
       where e.name = 'MemberStudiesChanged' and e.aggregate_id = (select id::text from member where subject = 'phys')`,
    );
    expect(waiting?.count).toBe(3);
  });

  it('has the name of its programme and year for everybody, while somebody studies there', async () => {
    await commands.importMembers({ rows: [row('geo', 'BSc Geology', 4)], isDryRun: false });
    const refs = [idOf('BSc Geology', 4), idOf('BA Silversmithing', 3), randomUUID(), 'no id'].map((id) => ({
      __typename: 'Constituency',
      id,
    }));
    const answer = await test.run(
      undefined,
      'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Constituency { programme year } } }',
      { refs },
    );
    expect(answer.data).toEqual({ _entities: [{ programme: 'BSc Geology', year: 4 }, null, null, null] });
  });
});
