import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { createRepositories } from '../src/app.js';
import { meetingsAheadMax } from '../src/circle/circle.js';
import type { MemberId } from '../src/member/member.js';
import { circleMutationNames, circleWays, draft, wish, type CircleIds } from './circle-ways.js';
import { Fixture, membership } from './fixture.js';
import { fixedId } from './personas.js';
import { missing } from './talk.js';

const activityId = fixedId<'Activity'>(1);
const known: CircleIds = {
  metId: '',
  formedId: '',
  meetingId: '',
  activityId,
  openId: '',
  closedId: '',
  messageId: '',
  deletedId: '',
  strangerId: '',
};
const ways = circleWays(known);
const schema = buildServiceSchema(membership);
/** Who wish for a circle, each row at another time. */
const rounds = {
  FRIDAY_AFTERNOON: ['ada', 'rosa', 'mo', 'omar'],
  SATURDAY_MORNING: ['ben', 'cat', 'dan', 'eli'],
} as const;
const members = new Map<string, MemberId>();
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, { clock: new TestClock(testStart) });
  const fixture = new Fixture(test);
  for (const name of Object.values(rounds).flat())
    members.set(name, (await fixture.member(name, { interests: ['Chess'] })).id);
  await fixture.group(draft.name, []);
  await formCircles();
  await meet();
  await lookForCompany();
  await talk(fixture);
});
afterAll(() => test.stop());

const typeOf = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);
const idOf = (name: string): MemberId => members.get(name) ?? fixedId<'Member'>(0);

async function send(subject: string | undefined, mutation: string, input: object, fields = ''): Promise<unknown> {
  const success = fields === '' ? '' : `... on ${typeOf(mutation)}Success { ${fields} }`;
  const query = `mutation ($input: ${typeOf(mutation)}Input!) { ${mutation}(input: $input) { __typename ${success} } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[mutation];
}

/** Sends what the tests start from: it succeeds. */
async function done(subject: string, mutation: string, input: object, fields = ''): Promise<unknown> {
  const answer = await send(subject, mutation, input, fields);
  expect(answer).toMatchObject({ __typename: `${typeOf(mutation)}Success` });
  return answer;
}

/** The circle that somebody was proposed. */
async function circleOf(
  subject: string,
): Promise<{ readonly id: string; readonly meetings: readonly { id: string }[] }> {
  const { data } = await test.run(subject, '{ viewer { circles { id meetings { id } } } }');
  const viewer = data?.['viewer'] as { circles: { id: string; meetings: { id: string }[] }[] };
  return viewer.circles[0] ?? { id: missing, meetings: [] };
}

async function formCircles(): Promise<void> {
  for (const [halfDay, names] of Object.entries(rounds))
    for (const name of names) await done(name, 'wishForCircle', { ...wish, halfDays: [halfDay] });
  await test.dataSource.query(`select graphile_worker.add_job('propose-circles', payload := '{}', job_key := 'round')`);
  await waitFor('the circles are proposed', async () => (await circleOf('eli')).id !== missing);
  for (const names of Object.values(rounds))
    for (const name of names.slice(0, 3)) await done(name, 'acceptCircle', { circleId: (await circleOf(name)).id });
  known.formedId = (await circleOf('ben')).id;
  known.metId = (await circleOf('ada')).id;
}

/** One of the two circles meets as often as it can, and drafts a group under a name that is taken. */
async function meet(): Promise<void> {
  const meeting = { circleId: known.metId, meetsAt: '2026-10-09T14:00:00.000Z', place: 'The union café' };
  for (let count = 0; count < meetingsAheadMax; count += 1)
    await done('ada', 'planCircleMeeting', { ...meeting, idempotencyKey: `plan-${count}` });
  known.meetingId = (await circleOf('ada')).meetings[0]?.id ?? '';
  await done('ada', 'proposeCircleGroup', { ...draft, circleId: known.metId });
  await done('rosa', 'agreeToCircleGroup', { circleId: known.metId });
}

async function lookForCompany(): Promise<void> {
  await createRepositories(test.dataSource.manager).companies.noteActivity({
    activityId,
    startsAt: new Date('2026-10-09T18:00:00Z'),
    endsAt: new Date('2026-10-09T20:00:00Z'),
    isOpen: true,
  });
  await done('ada', 'askForCompany', { activityId, sizeMax: 2, idempotencyKey: 'asked' });
}

async function talk(fixture: Fixture): Promise<void> {
  const open = async (other: string): Promise<string> => {
    await fixture.connection(idOf('ada'), idOf(other));
    const answer = await done('ada', 'openConversation', { memberId: idOf(other) }, 'conversation { id }');
    return (answer as { conversation: { id: string } }).conversation.id;
  };
  const say = async (idempotencyKey: string): Promise<string> => {
    const input = { conversationId: known.openId, body: 'Hello.', idempotencyKey };
    return ((await done('ada', 'sendMessage', input, 'sent { id }')) as { sent: { id: string } }).sent.id;
  };
  known.strangerId = idOf('ben');
  known.openId = await open('rosa');
  known.closedId = await open('mo');
  await done('mo', 'removeConnection', { memberId: idOf('ada') });
  known.messageId = await say('said-0');
  known.deletedId = await say('said-1');
  await done('ada', 'deleteMessage', { messageId: known.deletedId });
}

const cases = Object.entries(ways).flatMap(([mutation, failures]) =>
  Object.entries(failures).map(([failure, { subject, input }]) => ({ mutation, failure, subject, input })),
);

describe('every expected failure about circles, company and conversations', () => {
  it.each(cases)('$mutation can end as $failure', async ({ mutation, failure, subject, input }) => {
    expect(await send(subject, mutation, input())).toEqual({ __typename: failure });
  });

  it.each(circleMutationNames)('of %s stands in this list, but for conflicts', (mutation) => {
    const result = schema.getType(`${typeOf(mutation)}Result`);
    const failures = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    const isExpected = (name: string): boolean => name.endsWith('Error') && name !== 'ConflictError';
    expect(Object.keys(ways[mutation]).filter(isExpected).toSorted()).toEqual(failures.filter(isExpected).toSorted());
  });
});
