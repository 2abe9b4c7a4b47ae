import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import { welcomeQuery } from '../src/banner.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 120_000);
afterAll(() => platform.stop());

describe('the home screen over four services', () => {
  it.each(demoPeople.map(({ subject }) => subject))('answers %s without an error', async (subject) => {
    const { data, errors } = await platform.post(subject, welcomeQuery);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ viewer: { subject } });
  });

  it('answers nobody and machines too', async () => {
    expect(await platform.post(undefined, welcomeQuery)).toEqual({
      data: { viewer: { subject: 'anonymous', member: null } },
    });
    for (const { clientId } of demoMachineClients) {
      expect(await platform.post(`client:${clientId}`, welcomeQuery)).toEqual({
        data: { viewer: { subject: `client:${clientId}`, member: null } },
      });
    }
  });

  it('shows ada her groups, places, case and learning in one round trip', async () => {
    const { data } = await platform.post('ada', welcomeQuery);
    const member = (
      data?.['viewer'] as
        | undefined
        | {
            member?: Record<
              'groups' | 'registrations' | 'cases' | 'enrolments',
              { length?: number; edges?: readonly unknown[] }
            >;
          }
    )?.member;
    expect(member?.groups.length).toBeGreaterThanOrEqual(3);
    for (const part of ['registrations', 'cases', 'enrolments'] as const)
      expect(member?.[part].edges?.length).toBeGreaterThan(0);
  });

  it("keeps ada's own parts from everybody else", async () => {
    const { data } = await platform.post('ada', '{ viewer { member { id } } }');
    const viewer = data?.['viewer'] as { member: { id: string } };
    const query =
      'query ($id: ID!) { member(id: $id) { registrations { edges { node { id } } } cases { edges { node { id } } } enrolments { edges { node { id } } } studentNumber } }';
    for (const who of [...demoPeople.map(({ subject }) => subject).filter((subject) => subject !== 'ada'), undefined]) {
      const { data: seen, errors } = await platform.post(who, query, { id: viewer.member.id });
      expect(errors).toBeUndefined();
      // Only the register's keeper sees the number; nobody but ada sees what she does.
      const number = who === 'sys' ? expect.any(String) : null;
      const shown = { registrations: { edges: [] }, cases: null, enrolments: null, studentNumber: number };
      if (seen?.['member'] !== null) expect(seen?.['member']).toEqual(shown);
    }
  });
});
