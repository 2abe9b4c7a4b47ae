import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Achievement } from '../src/achievement/achievement.js';
import { mutate as send } from './ask.js';
import { addAchievement, holderOf, readBadge, signing, takenBack, tellOf } from './credential-fixture.js';
import { Fixture, learning } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let achievement: Achievement;

beforeAll(async () => {
  test = await startTestService(learning, { clock, environment: signing });
  fixture = new Fixture(test);
  achievement = await addAchievement(test, await fixture.member('ora'), { validDays: 60 });
});
afterAll(() => test.stop());

type Check = { check: { finding: string; title: string | null; holderName: string | null } };
const check = async (document: string) => {
  const answer = await send<Check>(test, undefined, {
    name: 'checkCredential',
    input: { document },
    success: 'check { finding title holderName issuedAt expiresAt }',
  });
  return answer.check ?? answer;
};

describe('whoever is shown a signed document', () => {
  it('learns what it is worth now, with the name it bears', async () => {
    const member = await fixture.member('ada');
    const { credentialId, hours } = await holderOf(test, clock, { member, achievement });
    const document = (await readBadge(test, member, { credentialId, isNamed: true })) ?? '';
    expect(await check(document)).toEqual({
      finding: 'IN_FORCE',
      title: 'Steady volunteer',
      holderName: 'Ada Example',
      issuedAt: testStart,
      expiresAt: '2026-12-04T09:00:00.000Z',
    });
    clock.set('2026-12-04T09:00:00.000Z');
    expect(await check(document)).toMatchObject({ finding: 'EXPIRED' });
    clock.set(testStart);
    await tellOf(test, clock, takenBack(hours));
    expect(await check(document)).toMatchObject({ finding: 'SUSPENDED' });
    await test.dataSource.query(
      `update credential set status = 'REVOKED', ended_at = now(), reason = 'EVIDENCE_TAKEN_BACK' where id = $1`,
      [credentialId],
    );
    expect(await check(document)).toMatchObject({ finding: 'REVOKED' });
  });

  it('learns nothing from one that was changed, or that another key signed', async () => {
    const member = await fixture.member('bea');
    const { credentialId } = await holderOf(test, clock, { member, achievement });
    const document = (await readBadge(test, member, { credentialId, isNamed: true })) ?? '';
    const nothing = { finding: 'NOT_OURS', title: null, holderName: null, issuedAt: null, expiresAt: null };
    expect(await check(document.replace('Ada Example', 'Bea Example'))).toEqual(nothing);
    const did = /did:key:\w+/u.exec(document)?.[0] ?? '';
    expect(await check(document.replaceAll(did, `${did.slice(0, -1)}x`))).toEqual(nothing);
    expect(await check(document.replace(credentialId, '018f0000-0000-4000-8000-000000000000'))).toEqual(nothing);
  });

  it.each(['{', '[]', '{"id":"urn:uuid:1"}', 'null'])('is told that %j is no credential', async (text) => {
    expect(await check(text)).toMatchObject({ finding: 'UNREADABLE' });
  });

  it('shows something of a sensible size', async () => {
    expect(await check(' ')).toMatchObject({ __typename: 'ValidationError' });
    expect(await check('x'.repeat(100_001))).toMatchObject({ __typename: 'ValidationError' });
  });
});
