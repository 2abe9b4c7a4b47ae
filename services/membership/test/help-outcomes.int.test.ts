import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { Fixture, membership } from './fixture.js';
import { HelpFixture, newKey } from './help-fixture.js';
import { helpMutationNames, helpWays, standingOffer, type HelpIds } from './help-ways.js';

const clock = new TestClock(testStart);
const known: HelpIds = {
  kidId: '',
  draftId: '',
  dearDraftId: '',
  kidDraftId: '',
  openId: '',
  heldId: '',
  matchedId: '',
  arrangedId: '',
  claimedId: '',
  disputedId: '',
  expiredId: '',
  expiredDearId: '',
  offerId: '',
  otherOfferId: '',
  withdrawnOfferId: '',
  heldOfferId: '',
  matchId: '',
  claimedMatchId: '',
  completedMatchId: '',
};
const schema = buildServiceSchema(membership);
let help: HelpFixture;
const ways = helpWays(known, () => help);
let test: TestService;

const typeOf = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);

async function send(subject: string | undefined, mutation: string, input: object): Promise<unknown> {
  const query = `mutation ($input: ${typeOf(mutation)}Input!) { ${mutation}(input: $input) { __typename } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[mutation];
}

/** Sends what the tests start from: it succeeds. */
async function done(subject: string, mutation: string, input: object): Promise<void> {
  expect(await send(subject, mutation, input)).toEqual({ __typename: `${typeOf(mutation)}Success` });
}

async function drafted(who: string, changes: object = {}): Promise<string> {
  const answer = await help.act(who, 'draftHelpRequest', help.ask(changes));
  return (answer['request'] as { id: string }).id;
}

async function matchOf(requestId: string): Promise<string> {
  const seen = await help.see('ada', requestId);
  const matches = seen?.['matches'] as readonly { id: string }[] | undefined;
  return matches?.[0]?.id ?? '';
}

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  help = new HelpFixture(test, () => clock.now());
  await joinMembers();
  await letAsksExpire();
  await reachLimits();
  await askAndOffer();
  await holdOne();
  await match();
});
afterAll(() => test.stop());

async function joinMembers(): Promise<void> {
  const fixture = new Fixture(test);
  for (const name of ['ada', 'mo', 'eve', 'poor', 'busy', 'keen', 'lin', 'tom']) await fixture.member(name);
  known.kidId = (await fixture.member('kid')).id;
  const uma = await fixture.member('uma');
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
  await fixture.appointment('sys', 'ADMIN');
}

/** Asks that nobody answered in time: one that its author is too young for by now, one that promises all they have. */
async function letAsksExpire(): Promise<void> {
  known.expiredId = await help.posted('kid', { kind: 'COMPANY', deadline: help.inDays(3) });
  known.expiredDearId = await help.posted('poor', { credits: 5, deadline: help.inDays(3) });
  clock.advance(3 * 86_400_000);
  await help.expireAll();
  await done('sys', 'noteMinor', { memberId: known.kidId, until: help.inDays(200) });
  known.kidDraftId = await drafted('kid', { kind: 'COMPANY' });
}

async function reachLimits(): Promise<void> {
  await help.posted('poor', { credits: 5 });
  known.dearDraftId = await drafted('poor', { credits: 5 });
  for (let count = 0; count < 10; count += 1) {
    await done('busy', 'standByToHelp', { ...standingOffer(help), idempotencyKey: newKey() });
    for (const asker of ['lin', 'tom']) await help.offered('keen', await help.posted(asker));
  }
}

async function askAndOffer(): Promise<void> {
  known.draftId = await drafted('ada');
  known.openId = await help.posted('ada');
  known.offerId = await help.offered('mo', known.openId);
  known.otherOfferId = await help.offered('lin', known.openId);
  known.withdrawnOfferId = await help.offered('eve', known.openId);
  await done('eve', 'withdrawHelpOffer', { offerId: known.withdrawnOfferId });
}

/** A request that a moderator holds while somebody's offer waits. */
async function holdOne(): Promise<void> {
  known.heldId = await help.posted('ada');
  known.heldOfferId = await help.offered('mo', known.heldId);
  const report = { kind: 'HELP_REQUEST', subjectId: known.heldId, reason: 'SPAM', idempotencyKey: newKey() };
  await done('eve', 'reportContent', report);
  const [item]: readonly { id: string }[] = await test.dataSource.query(
    'select id from moderation_item where subject_id = $1',
    [known.heldId],
  );
  await done('uma', 'decideReportedItem', { itemId: item?.id, decision: 'HOLD', reason: 'We look at it.' });
}

async function match(): Promise<void> {
  known.matchedId = await help.matched('ada', ['mo', 'eve']);
  known.matchId = await matchOf(known.matchedId);
  await done('ada', 'proposeHelpMeeting', {
    requestId: known.matchedId,
    place: 'The main gate',
    at: help.inDays(2),
  });
  known.arrangedId = await help.arranged('ada', ['mo']);
  known.claimedId = await help.claimed('ada', ['mo']);
  known.claimedMatchId = await matchOf(known.claimedId);
  known.disputedId = await help.claimed('ada', ['mo']);
  const words = 'We never met.';
  await done('mo', 'disputeHelp', { requestId: known.disputedId, words, idempotencyKey: newKey() });
  const completedId = await help.claimed('ada', ['mo']);
  await done('mo', 'confirmHelpDone', { requestId: completedId, idempotencyKey: newKey() });
  known.completedMatchId = await matchOf(completedId);
}

const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, { subject, input }]) => ({ mutation, member, subject, input })),
);

describe('every expected failure of mutual help', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, subject, input }) => {
    expect(await send(subject, mutation, input())).toEqual({ __typename: member });
  });

  it.each(helpMutationNames)('of %s stands in this list, but for conflicts', (mutation) => {
    const result = schema.getType(`${typeOf(mutation)}Result`);
    const failures = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    const isExpected = (name: string): boolean => name.endsWith('Error') && name !== 'ConflictError';
    expect(Object.keys(ways[mutation]).filter(isExpected).toSorted()).toEqual(failures.filter(isExpected).toSorted());
  });
});
