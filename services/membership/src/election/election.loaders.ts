import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Contest, ContestId, Electorate, Turnout } from '../contest/contest.js';
import type { Repositories } from '../deps.js';
import {
  noOpenMatters,
  noStanding,
  type Election,
  type ElectionId,
  type ElectionStanding,
  type OpenMatters,
} from './election.js';

type Read = Pick<Repositories, 'elections' | 'contests'>;

/** The loaders of elections and contests, for one request. */
export function createElectionLoaders(actor: Actor, now: Date, { elections, contests }: Read) {
  return {
    /** Elections by id; nothing for the hidden. */
    elections: new DataLoader<ElectionId, Election | undefined>(async (ids) => {
      const byId = new Map((await elections.listVisible(actor, ids)).map((election) => [election.id, election]));
      return ids.map((id) => byId.get(id));
    }),
    /** What the actor has to do with each of them. */
    electionStandings: new DataLoader<ElectionId, ElectionStanding>(async (ids) => {
      const standings = await elections.listStandings(actor, ids);
      return ids.map((id) => standings.get(id) ?? noStanding);
    }),
    /** What waits for a decision in each of them. */
    openMatters: new DataLoader<ElectionId, OpenMatters>(async (ids) => {
      const matters = await elections.listOpenMatters(ids, now);
      return ids.map((id) => matters.get(id) ?? noOpenMatters);
    }),
    /** Whether the key that the actor answers for is still to be handed in. */
    ballotKeyLeft: new DataLoader<ElectionId, boolean>(async (ids) => {
      const left = await elections.listWithKeyLeft(actor, ids);
      return ids.map((id) => left.has(id));
    }),
    /** The contests of elections that were loaded already, in the order of the ballot paper. */
    contestsOf: new DataLoader<ElectionId, readonly Contest[]>(async (ids) => {
      const byElection = Map.groupBy(await contests.listOf(ids), ({ electionId }) => electionId);
      return ids.map((id) => byElection.get(id) ?? []);
    }),
    /** Contests by id; nothing for those of hidden elections. */
    contests: new DataLoader<ContestId, Contest | undefined>(async (ids) => {
      const byId = new Map((await contests.listVisible(actor, ids)).map((contest) => [contest.id, contest]));
      return ids.map((id) => byId.get(id));
    }),
    /** Who votes in contests that were loaded already. */
    electorates: new DataLoader<ContestId, Electorate | undefined>(async (ids) => {
      const electorates = await contests.listElectorates(ids);
      return ids.map((id) => electorates.get(id));
    }),
    /** How many are on the roll and have voted; nothing before the roll is frozen. */
    turnouts: new DataLoader<ContestId, Turnout | undefined>(async (ids) => {
      const turnouts = await contests.countTurnout(ids);
      return ids.map((id) => turnouts.get(id));
    }),
  };
}
