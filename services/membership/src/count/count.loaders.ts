import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { ContestId } from '../contest/contest.js';
import type { Repositories } from '../deps.js';
import type { CountResult } from './count-result.js';
import { publishedBallots } from './published-ballots.js';

/** The last count of each contest; nothing before its election has a provisional result. */
export function createCountLoader(
  actor: Actor,
  counts: Repositories['counts'],
): DataLoader<ContestId, CountResult | undefined> {
  return new DataLoader(async (ids) => {
    const found = await counts.listLatest(actor, ids);
    const byContest = new Map(found.map((result) => [result.contestId, result]));
    return ids.map((id) => byContest.get(id));
  });
}

/** The ballot file of each contest; nothing where there are too few ballots to be published. */
export function createBallotFileLoader(
  actor: Actor,
  counts: Repositories['counts'],
): DataLoader<ContestId, string | undefined> {
  return new DataLoader(async (ids) => {
    const found = await counts.listPublished(actor, ids);
    const byContest = new Map(found.map((contest) => [contest.contestId, publishedBallots(contest, contest.title)]));
    return ids.map((id) => byContest.get(id));
  });
}
