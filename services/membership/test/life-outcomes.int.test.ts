import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import {
  startMailServer,
  startTestService,
  TestClock,
  testStart,
  type MailServer,
  type TestService,
} from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { codesPerDayMax } from '../src/notification/settings.js';
import { Fixture, membership } from './fixture.js';
import { lifeMutationNames, lifeWays, saidBefore, wishedBefore, type LifeIds } from './life-ways.js';

const known: LifeIds = { waitingId: '', decidedId: '' };
const ways = lifeWays(known);
let server: MailServer;
let test: TestService;
let fixture: Fixture;

const typeOf = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);

async function outcome(subject: string | undefined, mutation: string, input: object): Promise<unknown> {
  const query = `mutation ($input: ${typeOf(mutation)}Input!) { ${mutation}(input: $input) { __typename } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[mutation];
}

/** Something that went before, without which a failure cannot be met. */
async function done(subject: string, mutation: string, input: object): Promise<void> {
  expect(await outcome(subject, mutation, input)).toEqual({ __typename: `${typeOf(mutation)}Success` });
}

/** The appeal of somebody whom `sys` suspended. */
async function appealOf(subject: string): Promise<string> {
  const { id } = await suspended(subject);
  await done(subject, 'appealSuspension', saidBefore);
  const [row]: readonly { id: string }[] = await test.dataSource.query(
    'select id from membership_appeal where member_id = $1',
    [id],
  );
  return row?.id ?? '';
}

async function suspended(subject: string) {
  const member = await fixture.member(subject);
  await done('sys', 'suspendMember', { memberId: member.id, reason: 'Noise.', until: '2026-12-01T00:00:00Z' });
  return member;
}

beforeAll(async () => {
  server = await startMailServer();
  const environment = { GUILDHALL_SMTP_URL: server.url, GUILDHALL_MAIL_FROM: 'Northbridge <post@union.example>' };
  test = await startTestService(membership, { clock: new TestClock(testStart), environment });
  fixture = new Fixture(test);
  for (const subject of ['ada', 'copied', 'leaving', 'mai', 'staff']) await fixture.member(subject);
  for (const subject of ['sys', 'second', 'staff']) await fixture.appointment(subject, 'ADMIN');
  await done('copied', 'requestDataExport', {});
  await done('leaving', 'requestErasure', { confirmation: 'leaving' });
  await suspended('silent');
  known.waitingId = await appealOf('waiting');
  known.decidedId = await appealOf('decided');
  const decision = { membershipAppealId: known.decidedId, decision: 'UPHELD', reasons: 'We looked again.' };
  await done('second', 'decideMembershipAppeal', decision);
  await done('mai', 'changeMailAddress', wishedBefore);
  for (let codes = 1; codes < codesPerDayMax; codes += 1)
    await done('mai', 'changeMailAddress', { ...wishedBefore, idempotencyKey: `again ${codes}` });
});
afterAll(async () => {
  await test.stop();
  await server.stop();
});

const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, { subject, input }]) => ({ mutation, member, subject, input })),
);

const schema = buildServiceSchema(membership);

describe('every expected failure about one’s own data, suspension and notifications', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, subject, input }) => {
    expect(await outcome(subject, mutation, input())).toEqual({ __typename: member });
  });

  it.each(lifeMutationNames)('of %s stands in this list, but for what needs two at once', (mutation) => {
    const result = schema.getType(`${typeOf(mutation)}Result`);
    const failures = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    const own = (names: readonly string[]) =>
      names.filter((name) => name.endsWith('Error') && name !== 'ConflictError').toSorted();
    expect(own(Object.keys(ways[mutation]))).toEqual(own(failures));
    expect(failures).toContain(`${typeOf(mutation)}Success`);
  });
});
