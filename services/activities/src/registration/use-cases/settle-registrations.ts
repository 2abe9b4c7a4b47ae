import {
  conflict,
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  systemActor,
  toId,
  validationError,
  type ConflictError,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Claim, KeyedRequest, KeyStore, Outcome, Unit } from '@guildhall/subgraph';
import type { Activity, ActivityId } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { isPoolOpen, type Pool, type PoolId } from '../../pool/pool.js';
import { placeClash, type PlaceClashError } from '../clash.js';
import { checkAnswers, type AnswerDraft, type Question } from '../../question/question.js';
import { strikeDelays } from '../../strike/strike-rules.js';
import { openSeatBook, type SeatBook } from '../seat-book.js';
import { register, type Registration, type RegistrationId } from '../registration.js';
import { placesHeld } from '../registration-facts.js';
import { isHeld } from '../registration-status.js';
import type { MemberStanding, RegistrationRepository } from '../registration.repository.js';

/** What a newcomer chose: a pool, to take a freed seat at once, to have two places at the same time, and what they answer. */
export type SeatChoice = {
  readonly poolId: PoolId | undefined;
  readonly autoAccept: boolean;
  readonly despiteClash: boolean;
  readonly answers: readonly AnswerDraft[];
};

/** Somebody who wants a place, with the idempotency key they gave and the rule that says whether they may have one. */
export type SeatRequest = {
  /** The stable name of who asks, under which keys are kept. */
  readonly asker: string;
  readonly memberId: MemberId | undefined;
  readonly key: string | undefined;
  readonly choice: SeatChoice;
  /** Whether seats of the pool are kept for who asks. */
  readonly isFor: (pool: Pool) => boolean;
  /** What a key that was used before made, as far as who asks may see it. */
  readonly findOwn: (registrations: RegistrationRepository, id: RegistrationId) => Promise<Registration | null>;
  readonly admit: (activity: Activity | null) => Result<MemberId, NotFoundError | NotAllowedError>;
};

/** What they are told. */
export type SeatAnswer = Result<
  Registration,
  NotFoundError | NotAllowedError | ValidationError | IllegalTransitionError | ConflictError | PlaceClashError
>;

type Batch = { readonly activity: Activity | null; readonly now: Date; readonly line: Line };
type Line = {
  readonly pools: readonly Pool[];
  readonly book: SeatBook;
  lastQueuedAt: Date | undefined;
  readonly standings: Map<MemberId, MemberStanding>;
  /** With what else of theirs a place would overlap, by member. */
  readonly clashes: ReadonlyMap<MemberId, ActivityId>;
  readonly added: Registration[];
  readonly questions: readonly Question[];
  readonly answered: Map<Registration, readonly AnswerDraft[]>;
  /** How much later than for everybody registration opens, in milliseconds, by member; nothing for most. */
  readonly delays: ReadonlyMap<MemberId, number>;
};

/**
 * Gives seats and places of one activity to those who asked at the same time, in their order, in one transaction under
 * the activity's lock: no seat is given twice, and nobody passes those who came before. The answers stand in the order
 * of the requests; each key is claimed and remembered with the effects.
 */
export async function settleRegistrations(
  { transaction, clock, ids }: Pick<Deps, 'transaction' | 'clock' | 'ids'>,
  activityId: ActivityId,
  requests: readonly SeatRequest[],
): Promise<readonly SeatAnswer[]> {
  const settled = await transaction(async (unit) => {
    // Read for many at once; what each of them may see is decided for each of them below.
    const activity = await unit.activities.findVisibleLocked(systemActor('settle-registrations'), activityId);
    const now = clock.now();
    const claims = await claimEach(unit.keys, activityId, requests);
    const line = await readLine(unit, { activity, now }, requests);
    const batch: Batch = { activity, now, line };
    const answers = new Map<SeatRequest, SeatAnswer>();
    for (const request of requests) {
      const claim = claims.get(request);
      const earlier = await replay(unit, request, claim);
      answers.set(request, earlier ?? placeOne(batch, request, ids.ordered()));
    }
    await unit.registrations.addAll(line.added);
    await unit.questions.add(line.answered, now);
    const seated = line.added.filter(({ status }) => isHeld(status));
    await unit.outbox.appendMany('PlaceHeld', placesHeld(seated, true, now));
    await unit.keys.remember(firstAnswers(activityId, claims, answers));
    return ok(requests.map((request) => answers.get(request) ?? err(conflict())));
  });
  return settled.ok ? settled.value : requests.map(() => settled);
}

async function readLine(
  { registrations, seats, pools, questions, strikes }: Unit<Repositories>,
  { activity, now }: Pick<Batch, 'activity' | 'now'>,
  requests: readonly SeatRequest[],
): Promise<Line> {
  const memberIds = requests.flatMap(({ memberId }) => memberId ?? []);
  if (activity === null) return emptyLine();
  const kept = await pools.listOfActivities([activity.id]);
  return {
    pools: kept,
    book: openSeatBook(activity, kept, { counts: await seats.count(activity.id), now }),
    lastQueuedAt: await seats.lastQueuedAt(activity.id),
    standings: new Map(await registrations.listStandings(activity.id, memberIds)),
    clashes: await seats.listClashes(activity, memberIds),
    added: [],
    questions: await questions.listOfActivities([activity.id]),
    answered: new Map(),
    delays: strikeDelays(await strikes.listWeights(memberIds, now)),
  };
}

function emptyLine(): Line {
  const book = openSeatBook({ capacity: 0 }, [], { counts: [], now: new Date(0) });
  return {
    pools: [],
    book,
    lastQueuedAt: undefined,
    standings: new Map(),
    clashes: new Map(),
    added: [],
    questions: [],
    answered: new Map(),
    delays: new Map(),
  };
}

/** The decision for one person; the line is as they leave it. */
function placeOne({ activity, now, line }: Batch, request: SeatRequest, id: RegistrationId): SeatAnswer {
  const admitted = request.admit(activity);
  if (!admitted.ok) return admitted;
  if (activity === null) return err(notFound('Activity'));
  const memberId = admitted.value;
  return (
    standingAnswer(activity, line, { memberId, now }) ??
    placeNewcomer({ activity, now, line }, request, { id, memberId })
  );
}

/** What is decided by what somebody has, had or has to wait for; nothing for whoever can be given a place. */
function standingAnswer(
  activity: Activity,
  line: Line,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): SeatAnswer | undefined {
  const standing = line.standings.get(memberId);
  if (standing?.live !== undefined) return ok(standing.live);
  // Whoever was removed with a reason does not come back by registering again.
  if (standing?.wasRemoved === true) return err(illegalTransition('REGISTER', 'REMOVED'));
  const opensAt = activity.registrationOpensAt.getTime() + (line.delays.get(memberId) ?? 0);
  return now.getTime() < opensAt ? err(illegalTransition('REGISTER', 'REGISTRATION_NOT_OPEN')) : undefined;
}

function placeNewcomer(
  { activity, now, line }: Batch & { readonly activity: Activity },
  request: SeatRequest,
  newcomer: { readonly id: RegistrationId; readonly memberId: MemberId },
): SeatAnswer {
  const answers = checkAnswers(line.questions, request.choice.answers);
  if (!answers.ok) return answers;
  const wanted = poolsFor(line.pools, request, now);
  if (!wanted.ok) return wanted;
  const { autoAccept, despiteClash } = request.choice;
  const queue = { book: line.book, wanted: wanted.value, lastQueuedAt: line.lastQueuedAt };
  const registered = register(activity, { ...newcomer, autoAccept, despiteClash }, queue, now);
  if (!registered.ok) return registered;
  const clash = line.clashes.get(newcomer.memberId);
  // Waiting overlaps with nothing yet; who waits is asked when a seat is theirs.
  if (clash !== undefined && !despiteClash && registered.value.status === 'CONFIRMED') return err(placeClash(clash));
  joinLine(line, registered.value);
  if (answers.value.length > 0) line.answered.set(registered.value, answers.value);
  return registered;
}

/** The pools whose seats somebody can have: the one they name, or every open one that is for them. */
function poolsFor(
  pools: readonly Pool[],
  { choice: { poolId }, isFor }: SeatRequest,
  now: Date,
): Result<readonly PoolId[], ValidationError | NotAllowedError | IllegalTransitionError> {
  if (poolId === undefined) return ok(pools.filter((pool) => isPoolOpen(pool, now) && isFor(pool)).map(({ id }) => id));
  const pool = pools.find(({ id }) => id === poolId);
  if (pool === undefined)
    return err(validationError([{ path: 'poolId', rule: 'UNKNOWN', message: 'This activity has no such pool.' }]));
  if (!isFor(pool)) return err(notAllowed('REGISTER', 'Pool'));
  return isPoolOpen(pool, now) ? ok([pool.id]) : err(illegalTransition('REGISTER', 'POOL_CLOSED'));
}

/** The line after somebody joined it: one seat fewer, or one more who waits. */
function joinLine(line: Line, newcomer: Registration): void {
  if (newcomer.status === 'CONFIRMED') line.book.take(newcomer.poolId);
  else line.book.queue(newcomer.poolId);
  line.lastQueuedAt = newcomer.queuedAt;
  line.standings.set(newcomer.memberId, { live: newcomer, wasRemoved: false });
  line.added.push(newcomer);
}

/** What a key that was used before has to say; nothing for a first request or one without a key. */
async function replay(
  { registrations }: Unit<Repositories>,
  { findOwn }: SeatRequest,
  claim: Claim | undefined,
): Promise<SeatAnswer | undefined> {
  if (claim === undefined || claim.kind === 'first') return undefined;
  if (claim.kind === 'misused') return err(claim.error);
  // The record was written from an answer of this same operation, so its error is one of ours.
  if (!claim.outcome.ok) return err(claim.outcome.error) as SeatAnswer;
  const registration = await findOwn(registrations, toId(claim.outcome.id));
  return registration === null ? err(conflict('What this key made before is no longer there.')) : ok(registration);
}

function keyedRequest(activityId: ActivityId, { asker, key, choice }: SeatRequest): KeyedRequest | undefined {
  if (key === undefined) return undefined;
  const { poolId, autoAccept, despiteClash, answers } = choice;
  // What is not chosen is not part of the input, so that keys from before there was a choice still fit.
  const input = {
    activityId,
    ...(poolId && { poolId }),
    ...(autoAccept && { autoAccept }),
    ...(despiteClash && { despiteClash }),
    ...(answers.length > 0 && { answers }),
  };
  return { actor: asker, key, operation: 'registerForActivity', input };
}

/** Claims the keys of a batch. Somebody who sent the same key twice is one request: the second finds the place of the first. */
async function claimEach(
  keys: KeyStore,
  activityId: ActivityId,
  requests: readonly SeatRequest[],
): Promise<ReadonlyMap<SeatRequest, Claim>> {
  const once = new Map<string, SeatRequest>();
  for (const request of requests)
    if (request.key !== undefined) {
      const name = JSON.stringify([request.asker, request.key]);
      if (!once.has(name)) once.set(name, request);
    }
  const asking = [...once.values()];
  const claims = await keys.claim(asking.flatMap((request) => keyedRequest(activityId, request) ?? []));
  return new Map(asking.flatMap((request, index) => (claims[index] === undefined ? [] : [[request, claims[index]]])));
}

function firstAnswers(
  activityId: ActivityId,
  claims: ReadonlyMap<SeatRequest, Claim>,
  answers: ReadonlyMap<SeatRequest, SeatAnswer>,
): readonly { readonly request: KeyedRequest; readonly outcome: Outcome }[] {
  return [...claims].flatMap(([asked, claim]) => {
    const request = keyedRequest(activityId, asked);
    const answer = answers.get(asked);
    if (claim.kind !== 'first' || request === undefined || answer === undefined) return [];
    return [{ request, outcome: answer.ok ? { ok: true, id: answer.value.id } : { ok: false, error: answer.error } }];
  });
}
