import { writeBallotFile } from '@guildhall/stv';
import { electionRulesOf } from '../election/election-rules.js';
import { passedOverOf, type Countable } from './count-result.js';

/**
 * The ballots of a contest as everybody can count them again, in an order that tells nothing; nothing where there are so few
 * that somebody's ballot could be told by who voted at all.
 */
export function publishedBallots(contest: Countable, title: string): string | undefined {
  const { ballots, paper, seats } = contest;
  const cast = ballots.reduce((sum, { papers }) => sum + papers, 0);
  if (cast < electionRulesOf(contest).publishedFrom) return undefined;
  const places = new Map<string, number>(paper.map(({ id }, place) => [id, place]));
  const placeOf = (id: string): number => places.get(id) ?? -1;
  return writeBallotFile({
    title,
    seats,
    candidates: paper.map(({ name }) => name),
    withdrawn: passedOverOf(paper).map(placeOf),
    ballots: ballots.map(({ ballot, papers }) => ({ preferences: ballot.map(placeOf), papers })),
  });
}
