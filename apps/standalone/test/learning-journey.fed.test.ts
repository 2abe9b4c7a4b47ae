import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoActivities, demoServiceIds } from '@guildhall/demo';
import { waitFor } from '@guildhall/testing';
import { findWorkspace } from '../src/data-folder.js';
import { moveActivity, queryService } from './service-database.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

type Node = { readonly id: string; readonly status: string };
type Fields = Readonly<Record<string, unknown>> & { readonly __typename: string };

let platform: TestPlatform;
let officer: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  const [other] = await queryService(platform, 'membership', {
    sql: `select m.subject from actor_mandate d join member m on m.id = d.member_id
          where d.kind = 'UNION_OFFICER' and d.starts_at <= now() and d.ends_at > now() + interval '1 day' and m.subject <> 'uma'
          order by m.subject limit 1`,
  });
  officer = `subject:${String(other?.['subject'])}`;
}, 120_000);
afterAll(() => platform.stop());

/** Sends a mutation and gives its answer, whatever it is. */
async function act(who: string | undefined, name: string, input: object, success = ''): Promise<Fields> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const selected = success === '' ? '' : `... on ${type}Success { ${success} }`;
  const { data, errors } = await platform.post(
    who,
    `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on UserError { message } ${selected} } }`,
    { input },
  );
  expect({ name, errors }).toEqual({ name, errors: undefined });
  return data?.['result'] as Fields;
}

/** As `act`, and it has to go well. */
async function done(who: string, name: string, input: object, success = ''): Promise<Fields> {
  const answer = await act(who, name, input, success);
  expect([name, answer.__typename, answer['message']]).toEqual([name, expect.stringMatching(/Success$/), undefined]);
  return answer;
}

async function ada<Part>(selection: string): Promise<Part> {
  const { data, errors } = await platform.post('ada', `{ viewer { member { ${selection} } } }`);
  expect({ selection, errors }).toEqual({ selection, errors: undefined });
  return (data as { viewer: { member: Part } }).viewer.member;
}

/** A path of one training and one reflection, written by one officer and published by another. */
async function publishPath(): Promise<{ readonly pathId: string; readonly stepIds: readonly string[] }> {
  const steps = [
    { title: 'Come to a training', kind: 'ATTEND', activityKind: 'TRAINING' },
    { title: 'Say what you take with you', kind: 'REFLECT' },
  ];
  const written = {
    slug: 'lantern-crew',
    title: 'Lantern crew',
    summary: 'What a lantern night asks of its crew.',
    steps,
  };
  const { pathVersion } = await done('uma', 'draftPath', written, 'pathVersion { id path { id } steps { id } }');
  const { id, path, steps: drafted } = pathVersion as Node & { path: Node; steps: readonly Node[] };
  await done('uma', 'submitPathVersion', { pathVersionId: id });
  await done(officer, 'publishPathVersion', { pathVersionId: id });
  return { pathId: path.id, stepIds: drafted.map((step) => step.id) };
}

/** An achievement for the steps of the path, written by one officer and published by another. */
async function publishAchievement(pathId: string): Promise<string> {
  const words = (en: string, zh: string) => ({ en, zh });
  const { achievement } = await done(
    'uma',
    'draftAchievement',
    {
      title: words('Lantern crew', '灯会工作人员'),
      summary: words('Can look after a lantern night.', '能够负责一场灯会。'),
      criteria: [{ kind: 'PATH_STEP', pathId, measure: 'COUNT', amount: 2 }],
      skills: [words('Looking after others', '照顾他人')],
    },
    'achievement { id }',
  );
  const { id } = achievement as Node;
  await done(officer, 'publishAchievement', { achievementId: id });
  return id;
}

/** A shift of Omar's cinema whose role asks for the path; `days` from now. */
async function planShift(pathId: string, days: number): Promise<{ readonly shiftId: string; readonly roleId: string }> {
  const startsAt = Date.now() + days * 86_400_000;
  const { shift } = await done(
    'omar',
    'planShift',
    {
      opportunityId: demoServiceIds.doors,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + 3_600_000).toISOString(),
      meetingPoint: 'At the back door',
      isHard: false,
      roles: [{ name: 'Lantern crew', needed: 2, requiredPathId: pathId }],
    },
    'shift { id roles { id } }',
  );
  const { id, roles } = shift as Node & { roles: readonly Node[] };
  return { shiftId: id, roleId: roles[0]?.id ?? '' };
}

/** The query about growth that the README has to paste. */
function growthQuery(): string {
  const readme = readFileSync(join(findWorkspace(import.meta.dirname), 'README.md'), 'utf8');
  const bodies = [...readme.matchAll(/\{"query":.*(?=')/g)].map(([body]) => body);
  const found = bodies
    .map((body) => (JSON.parse(body) as { query: string }).query)
    .find((text) => text.includes('growth'));
  if (found === undefined) throw new Error('the README has no query about growth');
  return found;
}

const registrationId = async (): Promise<string> => {
  const { registrations } = await ada<{
    registrations: { edges: readonly { node: Node & { activity: Node } }[] };
  }>('registrations(first: 50) { edges { node { id status activity { id } } } }');
  return registrations.edges.find(({ node }) => node.activity.id === demoActivities.stageTraining)?.node.id ?? '';
};

describe('a whole journey through learning', () => {
  let pathId: string;
  let stepIds: readonly string[];
  let enrolmentId: string;
  let achievementId: string;
  let credentialId: string;
  let token: string;

  const enrolment = async () => {
    type Mine = Node & { steps: readonly { status: string }[] };
    const { enrolments } = await ada<{ enrolments: { edges: readonly { node: Mine }[] } }>(
      'enrolments(first: 50) { edges { node { id status steps { status } } } }',
    );
    const mine = enrolments.edges.find(({ node }) => node.id === enrolmentId)?.node;
    return [mine?.status, ...(mine?.steps ?? []).map(({ status }) => status)];
  };
  const credential = async (): Promise<string | undefined> => {
    const { credentials } = await ada<{ credentials: { edges: readonly { node: Node }[] } }>(
      'credentials(first: 50) { edges { node { id status } } }',
    );
    return credentials.edges.find(({ node }) => node.id === credentialId)?.node.status;
  };
  const opened = async () => {
    const shown =
      'record { shownAs items { __typename ... on SharedEvidence { id kind } ... on SharedCredential { id status } } }';
    const { record } = await act(undefined, 'openRecordLink', { token }, shown);
    return (record as { items: readonly Fields[] }).items;
  };

  it('begins with a path and an achievement that officers wrote, and a shift that asks for the path', async () => {
    ({ pathId, stepIds } = await publishPath());
    achievementId = await publishAchievement(pathId);
    const enrolled = await done('ada', 'enrolInPath', { pathId }, 'enrolment { id }');
    enrolmentId = (enrolled['enrolment'] as Node).id;
    expect(await enrolment()).toEqual(['ENROLLED', 'AVAILABLE', 'LOCKED']);
    const refused = await act('ada', 'signUpForShift', await planShift(pathId, 20), '');
    expect(refused.__typename).toBe('TrainingMissingError');
    expect((await act('ada', 'claimCredential', { achievementId })).__typename).toBe('IllegalTransitionError');
  }, 60_000);

  it('passes a step by attendance and the next by words, which complete the path', async () => {
    const id = await registrationId();
    await moveActivity(
      platform,
      demoActivities.stageTraining,
      "starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'",
    );
    await done('omar', 'checkIn', { registrationId: id });
    await moveActivity(platform, demoActivities.stageTraining, "ends_at = now() - interval '1 second'");
    await done('omar', 'closeAttendance', { activityId: demoActivities.stageTraining });
    await waitFor('the step to pass', async () => (await enrolment())[1] === 'PASSED');
    const reflection = 'I learned who looks after the exits, and that somebody has to count the people who come in.';
    await done('ada', 'completeStep', { enrolmentId, stepId: stepIds[1], reflection });
    expect(await enrolment()).toEqual(['COMPLETED', 'PASSED', 'PASSED']);
  }, 60_000);

  it('lets her take the shift, because the completed path is known where shifts are', async () => {
    const shift = await planShift(pathId, 25);
    const lacks = 'query ($id: ID!) { shift(id: $id) { roles { viewerLacksTraining } } }';
    await waitFor('the training to be known', async () =>
      JSON.stringify(await platform.post('ada', lacks, { id: shift.shiftId })).includes('false'),
    );
    expect((await act('ada', 'signUpForShift', shift)).__typename).toBe('SignUpForShiftSuccess');
  }, 60_000);

  it('becomes a credential by her choice, and a link that a stranger opens', async () => {
    const claimed = await done('ada', 'claimCredential', { achievementId }, 'credential { id status }');
    expect((claimed['credential'] as Node).status).toBe('ISSUED');
    credentialId = (claimed['credential'] as Node).id;
    const { sharable } = await ada<{ sharable: readonly Fields[] }>(
      'sharable { __typename ... on SharedEvidence { id kind happenedAt } ... on SharedCredential { id } }',
    );
    const attended = sharable.findLast(({ kind }) => kind === 'ATTENDANCE')?.['id'];
    const shared = await done(
      'ada',
      'shareRecord',
      { itemIds: [credentialId, attended], note: 'For the theatre', shownAs: 'Ada', language: 'EN', days: 30 },
      'token',
    );
    token = String(shared['token']);
    expect(await opened()).toEqual([
      { __typename: 'SharedCredential', id: credentialId, status: 'ISSUED' },
      { __typename: 'SharedEvidence', id: attended, kind: 'ATTENDANCE' },
    ]);
    const links = 'recordLinks(first: 5) { edges { node { note views } } }';
    const { recordLinks } = await ada<{
      recordLinks: { edges: readonly { node: { note: string; views: unknown[] } }[] };
    }>(links);
    expect(recordLinks.edges.find(({ node }) => node.note === 'For the theatre')?.node.views).toHaveLength(1);
  }, 60_000);

  it('shows in the growth that the README asks for, over all four services', async () => {
    const { data, errors } = await platform.post('ada', growthQuery());
    expect(errors).toBeUndefined();
    const { growth } = (data as { viewer: { member: { growth: readonly { learned: { count: number } }[] } } }).viewer
      .member;
    expect(growth.reduce((sum, { learned }) => sum + learned.count, 0)).toBeGreaterThanOrEqual(2);
  }, 60_000);

  it('follows a correction everywhere: the step, the credential, the link and the next shift', async () => {
    await done('omar', 'correctAttendance', {
      registrationId: await registrationId(),
      attended: false,
      reason: 'Scanned for somebody else.',
    });
    await waitFor('the step to be taken back', async () => (await enrolment())[1] !== 'PASSED');
    expect((await enrolment())[0]).not.toBe('COMPLETED');
    expect(await credential()).toBe('SUSPENDED');
    expect(await opened()).toEqual([{ __typename: 'SharedCredential', id: credentialId, status: 'SUSPENDED' }]);
    const shift = await planShift(pathId, 30);
    await waitFor('the training to be known as lapsed', async () => {
      const { data } = await platform.post(
        'ada',
        'query ($id: ID!) { shift(id: $id) { roles { viewerLacksTraining } } }',
        {
          id: shift.shiftId,
        },
      );
      return JSON.stringify(data).includes('true');
    });
    expect((await act('ada', 'signUpForShift', shift)).__typename).toBe('TrainingMissingError');
  }, 60_000);

  it('comes back when the correction was a mistake, and ends for strangers when she ends it', async () => {
    await done('omar', 'correctAttendance', {
      registrationId: await registrationId(),
      attended: true,
      reason: 'It was her after all.',
    });
    await waitFor('the credential to stand again', async () => (await credential()) === 'ISSUED');
    expect(await enrolment()).toEqual(['COMPLETED', 'PASSED', 'PASSED']);
    expect((await opened())[0]).toMatchObject({ status: 'ISSUED' });
    const { recordLinks } = await ada<{ recordLinks: { edges: readonly { node: Node & { note: string } }[] } }>(
      'recordLinks(first: 5) { edges { node { id note } } }',
    );
    const linkId = recordLinks.edges.find(({ node }) => node.note === 'For the theatre')?.node.id;
    await done('ada', 'withdrawRecordLink', { linkId });
    expect((await act(undefined, 'openRecordLink', { token })).__typename).toBe('NotFoundError');
  }, 60_000);
});
