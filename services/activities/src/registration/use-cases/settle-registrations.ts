import {
  conflict,
  err,
  illegalTransition,
  notFound,
  ok,
  systemActor,
  toId,
  type ConflictError,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Claim, KeyedRequest, KeyStore, Outcome, Unit } from '@guildhall/subgraph';
import type { Activity, ActivityId } from '../../activity/activity.js';
import type { Deps, Repositories } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { register, type EndOfQueue, type Registration, type RegistrationId } from '../registration.js';
import { placesHeld } from '../registration-facts.js';
import { isHeld } from '../registration-status.js';
import type { MemberStanding, RegistrationRepository } from '../registration.repository.js';

/** Somebody who wants a place, with the idempotency key they gave and the rule that says whether they may have one. */
export type SeatRequest = {
  /** The stable name of who asks, under which keys are kept. */
  readonly asker: string;
  readonly memberId: MemberId | undefined;
  readonly key: string | undefined;
  /** What a key that was used before made, as far as who asks may see it. */
  readonly findOwn: (registrations: RegistrationRepository, id: RegistrationId) => Promise<Registration | null>;
  readonly admit: (activity: Activity | null) => Result<MemberId, NotFoundError | NotAllowedError>;
};

/** What they are told. */
export type SeatAnswer = Result<Registration, NotFoundError | NotAllowedError | IllegalTransitionError | ConflictError>;

type Batch = { readonly activityId: ActivityId; readonly activity: Activity | null; readonly now: Date };
type Line = { end: EndOfQueue; readonly standings: Map<MemberId, MemberStanding>; readonly added: Registration[] };

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
    const batch: Batch = { activityId, activity, now: clock.now() };
    const claims = await claimEach(unit.keys, activityId, requests);
    const line = await readLine(unit, activityId, requests);
    const answers = new Map<SeatRequest, SeatAnswer>();
    for (const request of requests) {
      const claim = claims.get(request);
      const earlier = await replay(unit, request, claim);
      answers.set(request, earlier ?? placeOne(batch, request, line, ids.ordered()));
    }
    await unit.registrations.addAll(line.added);
    const seated = line.added.filter(({ status }) => isHeld(status));
    await unit.outbox.appendMany('PlaceHeld', placesHeld(seated, true, batch.now));
    await unit.keys.remember(firstAnswers(activityId, claims, answers));
    return ok(requests.map((request) => answers.get(request) ?? err(conflict())));
  });
  return settled.ok ? settled.value : requests.map(() => settled);
}

async function readLine(
  { registrations }: Unit<Repositories>,
  activityId: ActivityId,
  requests: readonly SeatRequest[],
): Promise<Line> {
  const memberIds = requests.flatMap(({ memberId }) => memberId ?? []);
  const standings = await registrations.listStandings(activityId, memberIds);
  return { end: await registrations.readEndOfQueue(activityId), standings: new Map(standings), added: [] };
}

/** The decision for one person; the line is as they leave it. */
function placeOne({ activity, now }: Batch, { admit }: SeatRequest, line: Line, id: RegistrationId): SeatAnswer {
  const admitted = admit(activity);
  if (!admitted.ok) return admitted;
  if (activity === null) return err(notFound('Activity'));
  const memberId = admitted.value;
  const standing = line.standings.get(memberId);
  if (standing?.live !== undefined) return ok(standing.live);
  // Whoever was removed with a reason does not come back by registering again.
  if (standing?.wasRemoved === true) return err(illegalTransition('REGISTER', 'REMOVED'));
  const registered = register(activity, { id, memberId }, line.end, now);
  if (registered.ok) joinLine(line, registered.value);
  return registered;
}

/** The line after somebody joined it: one seat fewer, or, once somebody waits, none for anybody. */
function joinLine(line: Line, newcomer: Registration): void {
  const { taken } = line.end;
  const hasSeat = newcomer.status === 'CONFIRMED' && taken !== undefined;
  line.end = { taken: hasSeat ? taken + 1 : undefined, lastQueuedAt: newcomer.queuedAt };
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

function keyedRequest(activityId: ActivityId, { asker, key }: SeatRequest): KeyedRequest | undefined {
  return key === undefined ? undefined : { actor: asker, key, operation: 'registerForActivity', input: { activityId } };
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
