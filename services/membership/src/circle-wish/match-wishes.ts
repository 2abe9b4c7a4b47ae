/*
 * Makes circles of wishes. Pure: the same wishes, blocks and seed give the same circles, whatever the order they come in.
 * It reads interests, languages, free half days, the size liked and how long somebody has waited, and nothing else of a
 * person. Every circle has 4 to 6 people who all share one interest, one language and one half day, of whom no two are
 * blocked, and none is in a larger circle than they like.
 */
import type { MemberId } from '../member/member.js';
import { circleSize, type CircleWish, type HalfDay } from './circle-wish.js';

/** What matching reads of a wish. */
export type MatchableWish = Pick<
  CircleWish,
  'memberId' | 'interests' | 'languages' | 'halfDays' | 'sizeMax' | 'roundsWaited'
>;

/** What all of a circle share. */
export type CircleGround = { readonly interest: string; readonly language: string; readonly halfDay: HalfDay };

/** A circle to propose. */
export type CircleMatch = CircleGround & { readonly memberIds: readonly MemberId[] };

/** Whether two people may not be brought together. */
export type BlockedPair = (one: MemberId, other: MemberId) => boolean;

type Draft = { readonly ground: CircleGround; people: readonly MatchableWish[] };

/**
 * Three steps. Who waited longest chooses first: the largest circle they like, for of more people three accept more surely, and
 * among equals the rarest ground, so that common grounds are left for those who have no other. Who is left joins a circle with room on its own ground. And where those
 * left are too few, circles of five and six give up people that share a ground with them. No step unseats anybody.
 */
export function matchWishes(
  wishes: readonly MatchableWish[],
  isBlocked: BlockedPair,
  seed: string,
): readonly CircleMatch[] {
  const people = wishes.toSorted(
    (a, b) => b.roundsWaited - a.roundsWaited || compare(drawOf(seed, a), drawOf(seed, b)),
  );
  const round = new Round(people, isBlocked);
  for (const person of people) round.begin(person);
  let placed: number;
  do {
    placed = round.placedCount;
    for (const person of people) round.join(person);
    for (const person of people) round.regroup(person);
  } while (round.placedCount > placed);
  return round.circles.map(({ ground, people: members }) => ({
    ...ground,
    memberIds: members.map(({ memberId }) => memberId),
  }));
}

class Round {
  readonly circles: Draft[] = [];
  readonly #placed = new Map<MemberId, Draft>();
  readonly #byGround = new Map<string, MatchableWish[]>();

  constructor(
    people: readonly MatchableWish[],
    private readonly isBlocked: BlockedPair,
  ) {
    for (const person of people)
      for (const ground of groundsOf(person)) {
        const there = this.#byGround.get(keyOf(ground));
        if (there === undefined) this.#byGround.set(keyOf(ground), [person]);
        else there.push(person);
      }
  }

  get placedCount(): number {
    return this.#placed.size;
  }

  /** Begins the circle on the rarest ground of the person that carries one. */
  begin(person: MatchableWish): void {
    if (this.#placed.has(person.memberId)) return;
    const grounds = groundsOf(person)
      .map((ground) => ({ ground, left: this.#leftOn(ground) }))
      .filter(({ left }) => left.length >= circleSize.min)
      .toSorted((a, b) => a.left.length - b.left.length || compare(keyOf(a.ground), keyOf(b.ground)));
    // Whoever likes smaller circles comes later, so that one of them does not make all the others' small.
    const circles = grounds.map(({ ground, left }) => {
      const bySize = left.toSorted((a, b) => Number(b.sizeMax >= person.sizeMax) - Number(a.sizeMax >= person.sizeMax));
      return { ground, people: this.#choose([person], bySize, wantedSize(left.length)) };
    });
    const size = Math.max(0, ...circles.map(({ people }) => people.length));
    const largest = circles.find(({ people }) => people.length === size);
    if (largest !== undefined && size >= circleSize.min) this.#seat(largest);
  }

  /** Joins a circle with room on a ground of the person. */
  join(person: MatchableWish): void {
    if (this.#placed.has(person.memberId)) return;
    const open = this.circles.find(
      ({ ground, people }) =>
        sharesGround(person, ground) && this.#choose(people, [person], circleSize.max).length > people.length,
    );
    if (open === undefined) return;
    open.people = [...open.people, person];
    this.#placed.set(person.memberId, open);
  }

  /** Begins a circle with others who are left and people whom larger circles can spare. */
  regroup(person: MatchableWish): void {
    if (this.#placed.has(person.memberId)) return;
    for (const ground of groundsOf(person)) {
      const spare = this.#spareOn(ground);
      const chosen = this.#choose([person], [...this.#leftOn(ground), ...spare], circleSize.min);
      if (chosen.length < circleSize.min) continue;
      for (const { memberId } of chosen) this.#unseat(memberId);
      return this.#seat({ ground, people: chosen });
    }
  }

  #leftOn(ground: CircleGround): readonly MatchableWish[] {
    return (this.#byGround.get(keyOf(ground)) ?? []).filter(({ memberId }) => !this.#placed.has(memberId));
  }

  /** As many people of each larger circle as it can spare. */
  #spareOn(ground: CircleGround): readonly MatchableWish[] {
    const taken = new Map<Draft, number>();
    return (this.#byGround.get(keyOf(ground)) ?? []).filter(({ memberId }) => {
      const circle = this.#placed.get(memberId);
      if (circle === undefined) return false;
      const count = (taken.get(circle) ?? 0) + 1;
      taken.set(circle, count);
      return circle.people.length - count >= circleSize.min;
    });
  }

  /** The people and as many candidates, in their order, as get on and like a circle of that size. */
  #choose(
    people: readonly MatchableWish[],
    candidates: readonly MatchableWish[],
    sizeMax: number,
  ): readonly MatchableWish[] {
    const chosen = [...people];
    let limit = Math.min(sizeMax, ...chosen.map((one) => one.sizeMax));
    for (const candidate of candidates) {
      if (chosen.length >= limit) break;
      const fits =
        candidate.sizeMax > chosen.length &&
        chosen.every(
          ({ memberId }) => memberId !== candidate.memberId && !this.isBlocked(memberId, candidate.memberId),
        );
      if (!fits) continue;
      chosen.push(candidate);
      limit = Math.min(limit, candidate.sizeMax);
    }
    return chosen;
  }

  #seat(circle: Draft): void {
    this.circles.push(circle);
    for (const { memberId } of circle.people) this.#placed.set(memberId, circle);
  }

  #unseat(memberId: MemberId): void {
    const circle = this.#placed.get(memberId);
    if (circle === undefined) return;
    circle.people = circle.people.filter((one) => one.memberId !== memberId);
    this.#placed.delete(memberId);
  }
}

/** Eight are two circles of four, and nine are five and four: six of them would leave two or three alone. */
function wantedSize(left: number): number {
  if (left === 8) return 4;
  return left === 9 ? 5 : circleSize.max;
}

function groundsOf({ interests, languages, halfDays }: MatchableWish): readonly CircleGround[] {
  return interests.flatMap((interest) =>
    languages.flatMap((language) => halfDays.map((halfDay) => ({ interest: normal(interest), language, halfDay }))),
  );
}

function sharesGround(person: MatchableWish, ground: CircleGround): boolean {
  return (
    person.halfDays.includes(ground.halfDay) &&
    person.languages.includes(ground.language) &&
    person.interests.some((interest) => normal(interest) === ground.interest)
  );
}

/** `Board games` and `board games` are one interest. */
function normal(interest: string): string {
  return interest.trim().toLowerCase();
}

function keyOf({ interest, language, halfDay }: CircleGround): string {
  return `${halfDay} ${language} ${interest}`;
}

/** A person's lot in a round: FNV-1a of seed and id, so that no order of ids or sign-up times decides. */
function drawOf(seed: string, { memberId }: MatchableWish): string {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${memberId}`) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return `${hash.toString(16).padStart(8, '0')}:${memberId}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
