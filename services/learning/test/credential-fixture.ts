import { deliver, done, eventsOf, type ToldThing } from './record-events.js';
import type { TestClock, TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Achievement } from '../src/achievement/achievement.js';
import { ask, mutate } from './ask.js';
import { ids, type TestMember } from './fixture.js';

/** The environment of a service that signs: a key for tests alone. */
export const signing = {
  GUILDHALL_CREDENTIAL_KEY: Buffer.alloc(32, 7).toString('base64'),
  GUILDHALL_PORTAL_URL: 'https://portal.union.example',
  GUILDHALL_ISSUER_NAME: 'Union of Tests',
};

/** An achievement that somebody wrote and somebody else published, unless told otherwise. */
export function addAchievement(
  test: TestService,
  author: TestMember,
  changes: Partial<Achievement> = {},
): Promise<Achievement> {
  const isOut = (changes.status ?? 'PUBLISHED') !== 'DRAFT';
  return createRepositories(test.dataSource.manager).achievements.add({
    id: ids.ordered(),
    seriesId: ids.ordered(),
    number: 1,
    titleEn: 'Steady volunteer',
    titleZh: '坚持志愿者',
    summaryEn: 'Served others for two hours.',
    summaryZh: '志愿服务满两小时。',
    criteria: [{ kind: 'VERIFIED_HOURS', measure: 'MINUTES', amount: 120 }],
    skills: [{ en: 'Reliability', zh: '可靠' }],
    validDays: undefined,
    authorId: author.id,
    publisherId: isOut ? ids.ordered() : undefined,
    status: 'PUBLISHED',
    publishedAt: isOut ? new Date('2026-09-01T09:00:00.000Z') : undefined,
    version: 1,
    ...changes,
  });
}

/** Tells learning of things, through the real inbox. */
export const tellOf = (test: TestService, clock: TestClock, ...things: readonly ToldThing[]): Promise<void> =>
  deliver(test, clock, things.flatMap(eventsOf));

/** The same things and then the word that takes them back. */
export function takenBack(thing: ToldThing): ToldThing {
  const [first] = thing.tellings;
  if (first?.name !== 'HoursVerified') throw new RangeError('only hours are taken back here');
  const { claimId, memberId, minutes } = first.data;
  const data = { claimId, memberId, minutes, voidedAt: '2026-10-01T09:00:00.000Z' };
  return { ...thing, tellings: [...thing.tellings, { name: 'HoursVoided', data }] };
}

/** A member with two verified hours and the credential for them. */
export async function holderOf(
  test: TestService,
  clock: TestClock,
  { member, achievement }: { readonly member: TestMember; readonly achievement: Achievement },
): Promise<{ readonly hours: ToldThing; readonly credentialId: string }> {
  const hours = done.served(member.id, 120);
  await tellOf(test, clock, hours);
  const answer = await mutate<{ credential: { id: string } }>(test, member.subject, {
    name: 'claimCredential',
    input: { achievementId: achievement.id },
    success: 'credential { id }',
  });
  if (answer.credential === undefined) throw new Error(answer.message);
  return { hours, credentialId: answer.credential.id };
}

/** A signed document of one's own, as the holder downloads it; nothing when it is nobody's of theirs. */
export async function readBadge(
  test: TestService,
  member: TestMember,
  { credentialId, isNamed = false, language = 'EN' }: { credentialId: string; isNamed?: boolean; language?: string },
): Promise<string | null> {
  // The gateway brings the name along from membership.
  const { _entities } = await ask<{ _entities: readonly { openBadge: string | null }[] }>(
    test,
    member.subject,
    `query ($of: [_Any!]!, $credentialId: ID!, $isNamed: Boolean!, $language: RecordLanguage!) {
      _entities(representations: $of) { ... on Member { openBadge(credentialId: $credentialId, isNamed: $isNamed, language: $language) } } }`,
    {
      of: [{ __typename: 'Member', id: member.id, displayName: 'Ada Example' }],
      credentialId,
      isNamed,
      language,
    },
  );
  return _entities[0]?.openBadge ?? null;
}
