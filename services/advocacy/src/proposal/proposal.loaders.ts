import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import { stranger, type ProposalFile, type ProposalId, type Standing } from './proposal.js';
import type { ProposalText } from './proposal-text.js';

type Read = Pick<Repositories, 'proposals' | 'proposalTexts' | 'support' | 'screenings' | 'answers'>;

function grouped<Item extends { readonly proposalId: ProposalId }>(
  list: (ids: readonly ProposalId[]) => Promise<readonly Item[]>,
): DataLoader<ProposalId, readonly Item[]> {
  return new DataLoader(async (ids) => {
    const items = Map.groupBy(await list(ids), ({ proposalId }) => proposalId);
    return ids.map((id) => items.get(id) ?? []);
  });
}

function mapped<Key extends string, Value>(
  find: (ids: readonly ProposalId[]) => Promise<ReadonlyMap<Key, Value>>,
  key: (id: ProposalId) => Key,
): DataLoader<ProposalId, Value | undefined> {
  return new DataLoader(async (ids) => {
    const found = await find(ids);
    return ids.map((id) => found.get(key(id)));
  });
}

/** The batching loaders of proposals: a list costs one statement for each kind of thing shown of it. */
export function createProposalLoaders(actor: Actor, { proposals, proposalTexts, support, screenings, answers }: Read) {
  const memberId = memberOf(actor);
  const same = (id: ProposalId): ProposalId => id;
  return {
    proposals: new DataLoader<ProposalId, ProposalFile | undefined>(async (ids) => {
      const files = new Map((await proposals.listVisible(actor, ids)).map((file) => [file.proposal.id, file]));
      return ids.map((id) => files.get(id));
    }),
    proposalTexts: grouped<ProposalText>((ids) => proposalTexts.listOf(ids)),
    proposalSteps: grouped((ids) => proposals.listSteps(ids)),
    proposalDecisions: grouped((ids) => screenings.listDecisions(ids)),
    proposalAppeals: mapped((ids) => screenings.listAppeals(ids), same),
    proposalCouncil: mapped((ids) => screenings.listCouncil(ids), same),
    proposalAnswers: grouped((ids) => answers.listAnswers(ids)),
    proposalDrafts: grouped((ids) => answers.listDrafts(ids)),
    proposalMilestones: grouped((ids) => answers.listMilestones(ids)),
    endorsementCounts: mapped((ids) => support.countEndorsements(ids), same),
    standings: new DataLoader<ProposalId, Standing>(async (ids) => {
      if (memberId === undefined) return ids.map(() => stranger);
      const standings = await support.listStandings(memberId, ids);
      return ids.map((id) => standings.get(id) ?? stranger);
    }),
    ratings: tallied((ids) => support.tallyRatings(ids)),
    verdicts: tallied((ids) => support.tallyVerdicts(ids)),
  };
}

type Tallies = Awaited<ReturnType<Repositories['support']['tallyRatings']>>;

/** All rounds of the proposals of one batch, to be asked by round. */
function tallied(list: (ids: readonly ProposalId[]) => Promise<Tallies>): DataLoader<ProposalId, Tallies> {
  return new DataLoader(async (ids) => {
    const tallies = await list(ids);
    return ids.map(() => tallies);
  });
}
