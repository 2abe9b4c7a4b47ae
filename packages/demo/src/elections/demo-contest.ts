import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import type { DemoPosition } from '../groups/positions.js';
import type { DemoMember } from '../people/members.js';
import { randomStream, type RandomStream } from '../random-stream.js';
import { demoBallots, type Popularity } from './demo-ballots.js';
import type { DemoCandidate, DemoContest, DemoSchedule } from './election.js';
import { statementsOf } from './election-texts.js';
import type { Electorates } from './electorate.js';

/** How a contest is to be. */
export type ContestSketch = {
  readonly name: string;
  readonly position: DemoPosition;
  readonly seats: number;
  readonly mandatesEndAt: Date;
  /** Who stands besides strangers, the first first; a popularity for each, then for strangers. */
  readonly known: readonly Id<'Member'>[];
  readonly popularity: Popularity;
  readonly voters: { readonly share: number; readonly atLeast: number };
  /** Who is not among the voters. */
  readonly without: readonly Id<'Member'>[];
  readonly nominators: number;
};

/** The choice that stands last in every contest. */
export const reopenName = 'Re-open nominations';

/** A contest with its candidates, roll and ballots; without a roll where voting has not opened. */
export function demoContest(
  electorates: Electorates,
  { nominationsOpenAt, votingOpensAt }: DemoSchedule,
  sketch: ContestSketch,
): DemoContest {
  const { name, position, seats, mandatesEndAt } = sketch;
  const random = randomStream(`election/${name}`);
  const people = random.shuffle(electorates.of(position, nominationsOpenAt));
  const candidates = [...standing(electorates, people, sketch), reopen(name)];
  const roll = random.shuffle(electorates.of(position, votingOpensAt)).map(({ id }) => id);
  const able = roll.filter((id) => !sketch.without.includes(id));
  const wanted = Math.max(Math.round(roll.length * sketch.voters.share), sketch.voters.atLeast);
  const voters = random.shuffle(able).slice(0, wanted);
  const { popularity } = sketch;
  const ballots = demoBallots(random, { candidates, popularity, count: voters.length });
  const id = fixedId<'Contest'>(`contest/${name}`);
  return { id, positionId: position.id, seats, mandatesEndAt, candidates, roll, voters, ballots };
}

function standing(
  electorates: Electorates,
  people: readonly DemoMember[],
  { name, known, popularity, nominators }: ContestSketch,
): readonly DemoCandidate[] {
  const byId = new Map(people.map((member) => [member.id, member]));
  const strangers = people.filter(({ id }) => !electorates.isKnown(id));
  const chosen = [...known.flatMap((id) => byId.get(id) ?? []), ...strangers].slice(0, popularity.length);
  const random = randomStream(`election/${name}/nominators`);
  return chosen.map((member, place) => ({
    id: fixedId<'Candidate'>(`candidate/${name}/${place}`),
    memberId: member.id,
    name: member.displayName,
    answer: 'STANDING',
    statements: statementsOf(place),
    nominators: nominatorsOf(random, people, { candidateId: member.id, count: nominators }),
  }));
}

/** Some of the electorate who are not the candidate. */
export function nominatorsOf(
  random: RandomStream,
  people: readonly DemoMember[],
  { candidateId, count }: { readonly candidateId: Id<'Member'>; readonly count: number },
): readonly Id<'Member'>[] {
  const others = people.filter(({ id }) => id !== candidateId);
  return random
    .shuffle(others)
    .slice(0, count)
    .map(({ id }) => id);
}

/** The choice to re-open nominations in a contest. */
export function reopen(name: string): DemoCandidate {
  return {
    id: fixedId<'Candidate'>(`candidate/${name}/reopen`),
    name: reopenName,
    answer: 'STANDING',
    statements: [],
    nominators: [],
  };
}
