import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import { isUnionType } from 'graphql';
import { electionComplaintRules } from '../src/election-complaint/election-complaint-rules.js';
import { act } from './candidacy-acts.js';
import { candidacyMutationNames, candidacyWays, type CandidacyIds } from './candidacy-ways.js';
import { CandidacyWorld } from './candidacy-world.js';
import { membership } from './fixture.js';

const known: CandidacyIds = {
  contestId: '',
  nominatedId: '',
  consentedId: '',
  refusedId: '',
  appealedId: '',
  decidedId: '',
  electionId: '',
  runningContestId: '',
  standingId: '',
  complaintId: '',
  ruledId: '',
  voidedElectionId: '',
  officerId: '',
};
const ways = candidacyWays(known);
const schema = buildServiceSchema(membership);
const world = new CandidacyWorld();
const { member } = world;

beforeAll(async () => {
  await world.start();
  known.officerId = (await world.fixture.member('officer')).id;
  await world.fixture.appointment('officer', 'RETURNING_OFFICER');
  await world.begin('VOIDED');
  known.voidedElectionId = world.electionId;
  await world.begin('NOMINATIONS');
  known.contestId = world.contestId;
  known.nominatedId = await world.elections.candidate(world.contestId, member('ada'), { status: 'NOMINATED' });
  await inScreening();
  await inCampaign();
});
afterAll(() => world.stop());

async function inScreening(): Promise<void> {
  await world.begin('SCREENING');
  const { elections, contestId } = world;
  known.consentedId = await elections.candidate(contestId, member('ben'), { status: 'CONSENTED' });
  known.refusedId = await elections.candidate(contestId, member('cem'), { status: 'INELIGIBLE' });
  const appealed = await elections.candidate(contestId, member('dot'), { status: 'INELIGIBLE' });
  const decided = await elections.candidate(contestId, member('eva'), { status: 'INELIGIBLE' });
  await elections.appeal(appealed);
  await elections.appeal(decided);
  await world.move('sys', 'decideCandidacyAppeal', decided, { isGranted: false, reason: 'Not shown.' });
  known.appealedId = appealed;
  known.decidedId = decided;
}

async function inCampaign(): Promise<void> {
  await world.begin('CAMPAIGN');
  const { electionId } = world;
  known.electionId = electionId;
  known.runningContestId = world.contestId;
  known.standingId = await world.elections.candidate(world.contestId, member('ada'), { status: 'STANDING' });
  const complain = async (who: string, text: string): Promise<string> =>
    (await act(world.test, who, 'complainAboutElection', { electionId, text })).complaint?.id ?? '';
  for (let count = 0; count < electionComplaintRules.perMemberMax; count += 1) await complain('fay', `Noise ${count}.`);
  known.complaintId = await complain('ben', 'Posters.');
  known.ruledId = await complain('ben', 'More posters.');
  await act(world.test, 'otto', 'ruleOnElectionComplaint', {
    complaintId: known.ruledId,
    isUpheld: false,
    ruling: 'Seen.',
  });
}

const cases = Object.entries(ways).flatMap(([mutation, failures]) =>
  Object.entries(failures).map(([failure, { subject, input }]) => ({ mutation, failure, subject, input })),
);

describe('every expected failure about candidacies and complaints', () => {
  it.each(cases)('$mutation can end as $failure', async ({ mutation, failure, subject, input }) => {
    expect((await act(world.test, subject, mutation, input())).__typename).toBe(failure);
  });

  it.each(candidacyMutationNames)('of %s stands in this list, but for conflicts', (mutation) => {
    const result = schema.getType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`);
    const failures = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    const isExpected = (name: string): boolean => name.endsWith('Error') && name !== 'ConflictError';
    expect(Object.keys(ways[mutation]).filter(isExpected).toSorted()).toEqual(failures.filter(isExpected).toSorted());
  });
});
