import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Achievement } from '../src/achievement/achievement.js';
import { ask, mutate as send } from './ask.js';
import { addAchievement, holderOf, signing, takenBack, tellOf } from './credential-fixture.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';
import { verifyAsOutsider } from './independent-verifier.js';
import { done } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let achievement: Achievement;

beforeAll(async () => {
  test = await startTestService(learning, { clock, environment: signing });
  fixture = new Fixture(test);
  achievement = await addAchievement(test, await fixture.member('ora'));
});
afterAll(() => test.stop());

type Item = { __typename: string; id: string; status?: string; document?: string };
type Shared = { link: { id: string; items: Item[]; views: string[] }; token: string; fields?: unknown };
const itemFields =
  'items { __typename ... on SharedEvidence { id kind minutes activityKind activity { id } } ... on SharedCredential { id status document achievement { title { en } } } }';

const share = (subject: string | undefined, itemIds: readonly string[], changes: object = {}) =>
  send<Shared>(test, subject, {
    name: 'shareRecord',
    input: { itemIds, note: 'For an employer', shownAs: 'Ada', language: 'EN', days: 30, ...changes },
    success: `token link { id note status chosenCount views viewerActions ${itemFields} }`,
  });

type Opened = { record: { shownAs: string; issuer: string; items: readonly Item[] } };
const open = (subject: string | undefined, token: string) =>
  send<Opened>(test, subject, {
    name: 'openRecordLink',
    input: { token },
    success: `record { shownAs language expiresAt issuer ${itemFields} }`,
  });

async function sharable(subject: string): Promise<readonly Item[]> {
  const { viewer } = await ask<{ viewer: { member: { sharable: Item[] } } }>(
    test,
    subject,
    '{ viewer { member { recordLinkActions sharable { __typename ... on SharedEvidence { id kind } ... on SharedCredential { id status } } } } }',
  );
  return viewer.member.sharable;
}

type Links = { viewer: { member: { recordLinks: { edges: { node: Shared['link'] & { status: string } }[] } } } };
const linksQuery = `{ viewer { member { recordLinks { edges { node { id note status chosenCount views viewerActions ${itemFields} } } } } } }`;
const linksOf = async (subject: string) =>
  (await ask<Links>(test, subject, linksQuery)).viewer.member.recordLinks.edges.map(({ node }) => node);

const unknown = 'x'.repeat(32);

async function holder(subject: string) {
  const member: TestMember = await fixture.member(subject);
  const held = await holderOf(test, clock, { member, achievement });
  return { member, ...held, items: await sharable(subject) };
}

describe('a link to a record', () => {
  it('shows a stranger exactly what was chosen, and the member sees when', async () => {
    const { member, credentialId } = await holder('ada');
    await tellOf(test, clock, done.attended(member.id));
    const attendedId = String(
      (await sharable('ada')).findLast(({ __typename }) => __typename === 'SharedEvidence')?.id,
    );
    const { link, token = '' } = await share('ada', [credentialId, attendedId]);
    expect(link).toMatchObject({ status: 'OPEN', chosenCount: 2, views: [], viewerActions: ['WITHDRAW'] });
    const { record } = await open(undefined, token);
    expect(record).toMatchObject({
      shownAs: 'Ada',
      items: [
        { id: credentialId, status: 'ISSUED' },
        { __typename: 'SharedEvidence', id: attendedId },
      ],
    });
    expect(record?.items).toEqual(link?.items);
    expect(JSON.stringify(record)).not.toContain(member.id);
    await open('ada', token);
    expect((await linksOf('ada')).map(({ views }) => views)).toEqual([[testStart]]);
  });

  it('hands a stranger credentials that verify elsewhere', async () => {
    const { credentialId } = await holder('abe');
    const { token = '' } = await share('abe', [credentialId]);
    const { record } = await open(undefined, token);
    const [document] = (record?.items ?? []).map((item): unknown => JSON.parse(String(item.document)));
    expect(await verifyAsOutsider(test, document, clock.now())).toEqual({ isAuthentic: true, isInForce: true });
  });

  it('cannot show what is hidden, taken back, or somebody else’s', async () => {
    const { member, credentialId } = await holder('bea');
    const other = await holder('otis');
    const [evidence] = (await sharable('bea')).filter(({ __typename }) => __typename === 'SharedEvidence');
    await send(test, 'bea', { name: 'hideEvidence', input: { evidenceId: evidence?.id }, success: '__typename' });
    expect((await sharable('bea')).map(({ id }) => id)).toEqual([credentialId]);
    const choices = [evidence?.id ?? '', other.credentialId, other.items[0]?.id ?? '', missingId];
    const answer = await send<Shared>(test, 'bea', {
      name: 'shareRecord',
      input: { itemIds: choices, note: '', shownAs: '', language: 'EN', days: 1 },
      success: 'token',
    });
    expect(answer).toMatchObject({ __typename: 'ValidationError' });
    expect(answer.token).toBeUndefined();
    expect(member.id).not.toBe(other.member.id);
    expect(await share(undefined, [credentialId])).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('follows corrections and what the member hides, at once', async () => {
    const { hours, credentialId, items } = await holder('cal');
    const evidenceId = String(items.find(({ __typename }) => __typename === 'SharedEvidence')?.id);
    const { token = '' } = await share('cal', [evidenceId, credentialId]);
    expect((await open(undefined, token)).record?.items).toHaveLength(2);
    await send(test, 'cal', { name: 'hideEvidence', input: { evidenceId }, success: '__typename' });
    const kept = (await open(undefined, token)).record?.items ?? [];
    expect(kept).toMatchObject([{ id: credentialId, status: 'ISSUED' }]);
    // What a credential rests on is told in its document, so a hidden piece stays out of that as well; it verifies all the same.
    const document = JSON.parse(String(kept[0]?.document)) as { readonly evidence: readonly unknown[] };
    expect(JSON.stringify(document)).not.toContain(evidenceId);
    expect(await verifyAsOutsider(test, document, clock.now())).toEqual({ isAuthentic: true, isInForce: true });
    await send(test, 'cal', { name: 'showEvidence', input: { evidenceId }, success: '__typename' });
    await tellOf(test, clock, takenBack(hours));
    expect((await open(undefined, token)).record?.items).toMatchObject([{ id: credentialId, status: 'SUSPENDED' }]);
    expect((await linksOf('cal'))[0]).toMatchObject({ chosenCount: 2, items: [{ id: credentialId }] });
  });

  it('answers alike when it is unknown, over or withdrawn, and is withdrawn once by its member alone', async () => {
    const { credentialId } = await holder('dan');
    await fixture.member('eli');
    const { link, token = '' } = await share('dan', [credentialId], { days: 1 });
    const withdraw = (subject: string, linkId = link?.id) =>
      send(test, subject, { name: 'withdrawRecordLink', input: { linkId }, success: 'link { status viewerActions }' });
    const nothing = await open(undefined, unknown);
    expect(nothing).toMatchObject({ __typename: 'NotFoundError' });
    expect(await withdraw('eli')).toEqual(await withdraw('eli', missingId));
    clock.set('2026-10-06T09:00:00.000Z');
    expect(await open(undefined, token)).toEqual(nothing);
    clock.set(testStart);
    expect((await open(undefined, token)).record?.items).toHaveLength(1);
    expect(await withdraw('dan')).toMatchObject({ link: { status: 'WITHDRAWN', viewerActions: [] } });
    expect(await withdraw('dan')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await open(undefined, token)).toEqual(nothing);
  });

  it('keeps no token, and ends with the person', async () => {
    const { member, credentialId } = await holder('fin');
    const { token = '' } = await share('fin', [credentialId]);
    const rows: readonly object[] = await test.dataSource.query('select * from record_link where member_id = $1', [
      member.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);
    await test.dataSource.query('delete from record_link where member_id = $1', [member.id]);
    expect(await open(undefined, token)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('is one of twenty that open, however many are made at once', async () => {
    const { credentialId } = await holder('gus');
    for (let made = 0; made < 18; made += 1) await share('gus', [credentialId]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => share('gus', [credentialId])));
    expect(answers.filter(({ token }) => token !== undefined)).toHaveLength(2);
    expect(answers.filter(({ __typename }) => __typename === 'LimitReachedError')).toHaveLength(4);
    const { viewer } = await ask<{ viewer: { member: { recordLinkActions: string[] } } }>(
      test,
      'gus',
      '{ viewer { member { recordLinkActions } } }',
    );
    expect(viewer.member.recordLinkActions).toEqual([]);
  });

  it('is listed at a fixed number of statements, however many there are', async () => {
    const { credentialId, items } = await holder('hue');
    await share(
      'hue',
      items.map(({ id }) => id),
    );
    const few = await test.countStatements(() => linksOf('hue'));
    await share('hue', [credentialId]);
    await share('hue', [credentialId]);
    expect(await test.countStatements(() => linksOf('hue'))).toEqual(few);
  });

  it('shows its list to its member alone', async () => {
    const { member } = await holder('ian');
    const answer = await ask<{ _entities: unknown }>(
      test,
      'ora',
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { recordLinks { edges { node { id } } } sharable { __typename } recordLinkActions } } }`,
      { of: [{ __typename: 'Member', id: member.id }] },
    );
    expect(answer._entities).toEqual([{ recordLinks: null, sharable: null, recordLinkActions: null }]);
  });
});
