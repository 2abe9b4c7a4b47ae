import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adasCrewEnrolment, demoActivities } from '@guildhall/demo';
import { waitFor } from '@guildhall/testing';
import { moveActivity } from './service-database.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

type Node = { readonly id: string; readonly status: string };
type Ada = {
  readonly registrations: {
    readonly edges: readonly { readonly node: Node & { readonly activity: { readonly id: string } } }[];
  };
  readonly enrolments: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly steps: readonly { readonly status: string }[] };
    }[];
  };
};

const adasPlaces = `{ viewer { member {
  registrations(first: 50) { edges { node { id status activity { id } } } }
  enrolments(first: 50) { edges { node { id steps { status } } } }
} } }`;

describe.each([
  ['in one process', []],
  ['in many processes', ['--split']],
])('a training attended, %s', (_layout, args) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform(args);
  }, 120_000);
  afterAll(() => platform.stop());

  const ada = async (): Promise<Ada> => {
    const { data } = await platform.post('ada', adasPlaces);
    return (data as { viewer: { member: Ada } }).viewer.member;
  };
  const registration = async (): Promise<Node | undefined> =>
    (await ada()).registrations.edges
      .map(({ node }) => node)
      .find(({ activity }) => activity.id === demoActivities.stageTraining);
  const steps = async (): Promise<readonly string[] | undefined> =>
    (await ada()).enrolments.edges
      .find(({ node }) => node.id === adasCrewEnrolment)
      ?.node.steps.map(({ status }) => status);
  const asOmar = async (mutation: string, input: object): Promise<string> => {
    const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
    const { data, errors } = await platform.post(
      'omar',
      `mutation ($input: ${name}Input!) { result: ${mutation}(input: $input) { __typename ... on UserError { message } } }`,
      { input },
    );
    return `${JSON.stringify(errors ?? '')}${(data?.['result'] as { __typename: string } | undefined)?.__typename}`;
  };

  it('passes the step of the path that asks for it, and un-passes it when it is corrected', async () => {
    expect(await steps()).toEqual(['AVAILABLE', 'LOCKED', 'LOCKED', 'LOCKED']);
    const registrationId = (await registration())?.id;
    await moveActivity(
      platform,
      demoActivities.stageTraining,
      "starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'",
    );
    expect(await asOmar('checkIn', { registrationId })).toMatch(/CheckInSuccess$/);
    await moveActivity(platform, demoActivities.stageTraining, "ends_at = now() - interval '1 second'");
    expect(await asOmar('closeAttendance', { activityId: demoActivities.stageTraining })).toMatch(
      /CloseAttendanceSuccess$/,
    );
    expect((await registration())?.status).toBe('ATTENDED');
    await waitFor('the step passes', async () => (await steps())?.[0] === 'PASSED');
    expect(await steps()).toEqual(['PASSED', 'AVAILABLE', 'LOCKED', 'LOCKED']);

    expect(
      await asOmar('correctAttendance', { registrationId, attended: false, reason: 'Scanned for somebody else.' }),
    ).toMatch(/CorrectAttendanceSuccess$/);
    await waitFor('the step is not passed any more', async () => (await steps())?.[0] !== 'PASSED');
    expect(await steps()).toEqual(['AVAILABLE', 'LOCKED', 'LOCKED', 'LOCKED']);
  }, 60_000);
});
