import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Achievement } from '../src/achievement/achievement.js';
import { ask, mutate as send } from './ask.js';
import { addAchievement, holderOf, readBadge, signing, takenBack, tellOf } from './credential-fixture.js';
import { Fixture, ids, learning, missingId, type TestMember } from './fixture.js';
import { readFile, verifyAsOutsider } from './independent-verifier.js';
import { done } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ora: TestMember;
let achievement: Achievement;

beforeAll(async () => {
  test = await startTestService(learning, { clock, environment: signing });
  fixture = new Fixture(test);
  ora = await fixture.member('ora');
  achievement = await addAchievement(test, ora);
});
afterAll(() => test.stop());

const claim = (subject: string | undefined, achievementId: string) =>
  send<{ credential: { id: string; status: string } }>(test, subject, {
    name: 'claimCredential',
    input: { achievementId },
    success: 'credential { id status }',
  });

type Held = { id: string; status: string; suspendedAt: string | null; evidence: { isStanding: boolean }[] };
const heldQuery = `{ viewer { member {
  credentials { edges { node { id status suspendedAt revokedUnlessMendedAt endedAt issuedAt expiresAt achievement { title { en zh } } evidence { kind minutes isStanding } } } }
  towardsCredentials { achievement { id } criteria { reached criterion { amount path { title } } } viewerActions } } } }`;
type HeldAnswer = {
  viewer: {
    member: {
      credentials: { edges: { node: Held }[] };
      towardsCredentials: { achievement: { id: string }; criteria: { reached: number }[]; viewerActions: string[] }[];
    };
  };
};

async function held(subject: string): Promise<readonly Held[]> {
  const { viewer } = await ask<HeldAnswer>(test, subject, heldQuery);
  return viewer.member.credentials.edges.map(({ node }) => node);
}

const runJob = async (key: string): Promise<void> =>
  void (await test.dataSource.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
    [key],
  ));

describe('a member with the evidence', () => {
  it('sees how far they are, claims once however often they ask at once, and holds what the platform signed', async () => {
    const ada = await fixture.member('ada');
    await tellOf(test, clock, done.served(ada.id, 90));
    const before = await ask<HeldAnswer>(test, 'ada', heldQuery);
    const towards = before.viewer.member.towardsCredentials.find((one) => one.achievement.id === achievement.id);
    expect(towards).toMatchObject({ criteria: [{ reached: 90, criterion: { amount: 120 } }], viewerActions: [] });
    expect(await claim('ada', achievement.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    await tellOf(test, clock, done.served(ada.id, 60));
    const ready = await ask<HeldAnswer>(test, 'ada', heldQuery);
    expect(ready.viewer.member.towardsCredentials[0]).toMatchObject({ viewerActions: ['CLAIM'] });
    const answers = await Promise.all(Array.from({ length: 6 }, () => claim('ada', achievement.id)));
    expect(new Set(answers.map(({ credential }) => credential?.id)).size).toBe(1);
    expect(await held('ada')).toMatchObject([
      { status: 'ISSUED', evidence: [{ isStanding: true }, { isStanding: true }] },
    ]);
    const after = await ask<HeldAnswer>(test, 'ada', heldQuery);
    expect(after.viewer.member.towardsCredentials.map((one) => one.achievement.id)).not.toContain(achievement.id);
  });

  it('is told plainly what else stands in the way', async () => {
    await fixture.member('bo');
    const draft = await addAchievement(test, ora, { status: 'DRAFT' });
    const retired = await addAchievement(test, ora, { status: 'RETIRED' });
    expect(await claim('bo', missingId)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await claim('bo', draft.id)).toEqual(await claim('bo', missingId));
    expect(await claim('bo', retired.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await claim(undefined, achievement.id)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('shows nobody else what they hold', async () => {
    const cy = await fixture.member('cy');
    const { credentialId } = await holderOf(test, clock, { member: cy, achievement });
    const { _entities } = await ask<{ _entities: unknown }>(
      test,
      'ora',
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { credentials { edges { node { id } } }
        towardsCredentials { viewerActions } openBadge(credentialId: "${credentialId}", isNamed: true, language: EN) } } }`,
      { of: [{ __typename: 'Member', id: cy.id, displayName: 'Cy' }] },
    );
    expect(_entities).toEqual([{ credentials: null, towardsCredentials: null, openBadge: null }]);
    expect(await readBadge(test, ora, { credentialId })).toBeNull();
    expect(await readBadge(test, ora, { credentialId: missingId })).toBeNull();
  });

  it('is listed at a fixed number of statements, however many they hold', async () => {
    const dee = await fixture.member('dee');
    await holderOf(test, clock, { member: dee, achievement });
    const few = await test.countStatements(() => held('dee'));
    for (let more = 0; more < 3; more += 1) await claim('dee', (await addAchievement(test, ora)).id);
    expect(await held('dee')).toHaveLength(4);
    expect(await test.countStatements(() => held('dee'))).toEqual(few);
  });
});

describe('a signed credential', () => {
  it('verifies with libraries of another house, with a name or without, in both languages', async () => {
    const eve = await fixture.member('eve');
    const { credentialId } = await holderOf(test, clock, { member: eve, achievement });
    const plain = JSON.parse((await readBadge(test, eve, { credentialId })) ?? '') as Record<string, unknown>;
    expect(JSON.stringify(plain)).not.toContain('Ada Example');
    expect(plain).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { name: 'Union of Tests', id: expect.stringMatching(/^did:key:z6Mk/) },
      credentialSubject: { achievement: { name: 'Steady volunteer', alignment: [{ targetName: 'Reliability' }] } },
      evidence: [{ genre: 'VERIFIED_HOURS', narrative: 'Volunteered, hours verified: 2026-09-21, 2 h' }],
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    });
    const named = JSON.parse(
      (await readBadge(test, eve, { credentialId, isNamed: true, language: 'ZH_CN' })) ?? '',
    ) as object;
    expect(named).toMatchObject({
      name: '坚持志愿者',
      credentialSubject: { identifier: [{ identityType: 'name', hashed: false, identityHash: 'Ada Example' }] },
    });
    for (const document of [plain, named])
      expect(await verifyAsOutsider(test, document, clock.now())).toEqual({ isAuthentic: true, isInForce: true });
    expect(await readBadge(test, eve, { credentialId })).toBe(await readBadge(test, eve, { credentialId }));
  });

  it.each([
    ['its name', (one: Record<string, unknown>) => ({ ...one, name: 'Better volunteer' })],
    ['its evidence', (one: Record<string, unknown>) => ({ ...one, evidence: [] })],
    [
      'its issuer',
      (one: Record<string, unknown>) => ({ ...one, issuer: { ...(one.issuer as object), name: 'Other' } }),
    ],
    ['its dates', (one: Record<string, unknown>) => ({ ...one, validFrom: '2020-01-01T00:00:00Z' })],
    [
      'its status',
      (one: Record<string, unknown>) => ({ ...one, credentialStatus: (one.credentialStatus as unknown[]).slice(1) }),
    ],
  ])('does not verify once somebody changed %s', async (what, change) => {
    const member = await fixture.member(`tamper ${what}`);
    const { credentialId } = await holderOf(test, clock, { member, achievement });
    const document = JSON.parse((await readBadge(test, member, { credentialId })) ?? '') as Record<string, unknown>;
    expect((await verifyAsOutsider(test, document, clock.now())).isAuthentic).toBe(true);
    expect((await verifyAsOutsider(test, change(document), clock.now())).isAuthentic).toBe(false);
  });

  it('has a place in the lists that tells nothing of when it was issued', async () => {
    const rows: readonly { list_index: number }[] = await test.dataSource.query(
      'select list_index from credential order by issued_at, id',
    );
    const places = rows.map((row) => row.list_index);
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(...places)).toBeGreaterThan(places.length * 10);
  });
});

describe('a correction', () => {
  it('suspends what was issued at once, for outsiders too, and restores it when the evidence comes back', async () => {
    const fay = await fixture.member('fay');
    const { hours, credentialId } = await holderOf(test, clock, { member: fay, achievement });
    const document: unknown = JSON.parse((await readBadge(test, fay, { credentialId })) ?? '');
    await tellOf(test, clock, takenBack(hours));
    expect(await held('fay')).toMatchObject([
      {
        status: 'SUSPENDED',
        suspendedAt: testStart,
        revokedUnlessMendedAt: '2026-10-19T09:00:00.000Z',
        evidence: [{ isStanding: false }],
      },
    ]);
    expect(await verifyAsOutsider(test, document, clock.now())).toEqual({ isAuthentic: true, isInForce: false });
    const told: readonly { data: object }[] = await test.dataSource.query(
      `select data from outbox_event where name = 'LearningNotice' and data->>'aboutId' = $1`,
      [credentialId],
    );
    expect(told).toMatchObject([{ data: { notice: 'CREDENTIAL_CHANGED', memberIds: [fay.id] } }]);
    await tellOf(test, clock, done.served(fay.id, 200));
    expect(await held('fay')).toMatchObject([
      { status: 'ISSUED', suspendedAt: null, evidence: [{ isStanding: true }] },
    ]);
    expect(await verifyAsOutsider(test, document, clock.now())).toEqual({ isAuthentic: true, isInForce: true });
  });

  it('revokes it after the correction time, and it can be earned again', async () => {
    const gil = await fixture.member('gil');
    const { hours, credentialId } = await holderOf(test, clock, { member: gil, achievement });
    const document: unknown = JSON.parse((await readBadge(test, gil, { credentialId })) ?? '');
    await tellOf(test, clock, takenBack(hours));
    clock.set('2026-10-19T09:00:00.000Z');
    await runJob(`revoke-credential:${credentialId}`);
    await waitFor('the credential to be revoked', async () => (await held('gil'))[0]?.status === 'REVOKED');
    expect(await verifyAsOutsider(test, document, clock.now())).toEqual({ isAuthentic: true, isInForce: false });
    await tellOf(test, clock, done.served(gil.id, 120));
    expect(await claim('gil', achievement.id)).toMatchObject({ credential: { status: 'ISSUED' } });
    expect((await held('gil')).map(({ status }) => status)).toEqual(['ISSUED', 'REVOKED']);
    clock.set(testStart);
  });

  it('leaves alone a credential when the achievement asks for more in its next version', async () => {
    const hal = await fixture.member('hal');
    const small = await addAchievement(test, ora);
    await holderOf(test, clock, { member: hal, achievement: small });
    await test.dataSource.query(`update achievement set status = 'RETIRED' where id = $1`, [small.id]);
    const next = await addAchievement(test, ora, {
      seriesId: small.seriesId,
      number: 2,
      criteria: [{ kind: 'VERIFIED_HOURS', measure: 'MINUTES', amount: 6000 }],
    });
    await tellOf(test, clock, done.served(hal.id, 10));
    expect(await held('hal')).toMatchObject([{ status: 'ISSUED' }]);
    expect(await claim('hal', next.id)).toMatchObject({ credential: { status: 'ISSUED' } });
    expect(await held('hal')).toHaveLength(1);
  });
});

describe('a credential with an end', () => {
  it('expires at its instant by the job, and not before', async () => {
    const ivy = await fixture.member('ivy');
    const { id } = await addAchievement(test, ora, { validDays: 30 });
    await tellOf(test, clock, done.served(ivy.id, 120));
    const credentialId = (await claim('ivy', id)).credential?.id ?? '';
    clock.set('2026-11-04T09:00:00.000Z');
    await runJob(`expire-credential:${credentialId}`);
    await waitFor('the credential to expire', async () => (await held('ivy'))[0]?.status === 'EXPIRED');
    expect(await held('ivy')).toMatchObject([{ endedAt: '2026-11-04T09:00:00.000Z', suspendedAt: null }]);
    clock.set(testStart);
  });
});

describe('the database', () => {
  it('keeps no credential without evidence, and one living credential for one achievement', async () => {
    const insert = (evidence: string, seriesId: string, index: number) =>
      test.dataSource.query(
        `insert into credential (id, member_id, subject_id, achievement_id, series_id, criteria, evidence_ids, status, issued_at, list_number, list_index, version)
         values ($1, $2, $3, $4, $5, '[{}]', $6, 'ISSUED', now(), 900, $7, 1)`,
        [ids.random(), ora.id, ids.random(), achievement.id, seriesId, evidence, index],
      );
    const series = ids.random();
    await expect(insert('{}', series, 1)).rejects.toThrow('credential_rests_on_evidence');
    await insert(`{${ids.random()}}`, series, 1);
    await expect(insert(`{${ids.random()}}`, series, 2)).rejects.toThrow('credential_one_living');
    await expect(insert(`{${ids.random()}}`, ids.random(), 1)).rejects.toThrow('credential_place');
    await test.dataSource.query('delete from credential where list_number = 900');
  });
});

describe('files for verifiers', () => {
  it('are the issuer, the achievements in use or once in use, and the lists there are', async () => {
    const draft = await addAchievement(test, ora, { status: 'DRAFT' });
    expect(await readFile(test, 'issuer')).toMatchObject({ type: ['Profile'], name: 'Union of Tests' });
    expect(await readFile(test, `achievements/${achievement.id}`)).toMatchObject({
      name: 'Steady volunteer',
      criteria: { narrative: '- Volunteered, hours verified: 2 h' },
    });
    expect(await readFile(test, 'lists/suspension/1')).toMatchObject({
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'suspension' },
    });
    for (const path of [
      `achievements/${draft.id}`,
      'lists/suspension/2',
      'lists/other/1',
      'x',
      `achievements/${missingId}`,
    ])
      expect(await readFile(test, path)).toBeNull();
  });
});
