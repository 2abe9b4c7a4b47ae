import { systemActor, type Id, type IdSource } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { dueOf, openCapsule, shadowUntil, type HandoverCapsule } from '../handover-capsule.js';
import { predecessorOf, type MandateTerm } from '../mandate-term.js';
import { tellParties } from './tell-parties.js';
import { endShadow, sealJob, watchJobs } from './timed-handover.js';

/** What a handler of this works with inside one transaction. */
export type OpeningUnit = Pick<FactUnit, 'handovers' | 'mandateTerms' | 'outbox' | 'jobs'>;

/** What is the same for everything one event brings about. */
export type Hearing = { readonly now: Date; readonly ids: IdSource };

const actor = systemActor('open-handover');

/** Opens the handovers of a declared election, as far as its mandates are known; the others are opened when they come. */
export async function hearElection(
  unit: OpeningUnit,
  { electionId, mandateIds }: { readonly electionId: Id<'Election'>; readonly mandateIds: readonly Id<'Mandate'>[] },
  hearing: Hearing,
): Promise<void> {
  await unit.mandateTerms.lockOpening();
  for (const mandateId of mandateIds) {
    await unit.mandateTerms.declare(mandateId, electionId);
    await openFor(unit, await unit.mandateTerms.find(mandateId), hearing);
  }
}

/**
 * Remembers a mandate, and opens what waited for it: its own handover if an election gave it, that of whoever takes the
 * office over from it, and, where the group's officers stood in for its holder, theirs.
 */
export async function hearMandate(unit: OpeningUnit, term: MandateTerm, hearing: Hearing): Promise<void> {
  await unit.mandateTerms.lockOpening();
  await unit.mandateTerms.add(term);
  for (const waiting of await unit.mandateTerms.listWaiting(term)) await openFor(unit, waiting, hearing);
  for (const capsule of await unit.handovers.listWithoutPredecessor(actor, term)) await adopt(unit, capsule, hearing);
}

/** A mandate ended early: what is due at its end is due then, and nobody takes over what they do not hold any more. */
export async function hearMandateEnd(
  unit: OpeningUnit,
  { mandateId, endedAt }: { readonly mandateId: Id<'Mandate'>; readonly endedAt: Date },
): Promise<void> {
  await unit.mandateTerms.lockOpening();
  await unit.mandateTerms.end(mandateId, endedAt);
  for (const capsule of await unit.handovers.listOfMandates(actor, [mandateId])) {
    if (capsule.status === 'SEALED') continue;
    if (capsule.mandateId === mandateId) await endSuccession(unit, capsule, endedAt);
    else if (capsule.acceptedAt === undefined && endedAt < capsule.dueAt) await makeDue(unit, capsule, endedAt);
  }
}

async function openFor(unit: OpeningUnit, mandate: MandateTerm | undefined, hearing: Hearing): Promise<void> {
  if (mandate === undefined || mandate.endsAt <= hearing.now) return;
  const electionId = await unit.mandateTerms.findElection(mandate.mandateId);
  if (electionId === undefined) return;
  const known = await unit.handovers.listOfMandates(actor, [mandate.mandateId]);
  if (known.some(({ mandateId }) => mandateId === mandate.mandateId)) return;
  const predecessor = await findPredecessor(unit, mandate);
  if (predecessor === 'SELF') return;
  const outgoingIds = predecessor === undefined ? await whoServes(unit, mandate, hearing.now) : [];
  if (predecessor === undefined && outgoingIds.length === 0) return;
  const { ids, now } = hearing;
  const capsule = await unit.handovers.add(
    openCapsule({ id: ids.random(), electionId, mandate, predecessor, outgoingIds, now }),
  );
  await unit.jobs.enqueueMany([sealJob(capsule), ...watchJobs(capsule)]);
  await tellParties(unit, capsule, { notice: 'HANDOVER_OPENED', to: 'BOTH', sourceId: capsule.id, now });
}

async function findPredecessor(
  { mandateTerms, handovers }: OpeningUnit,
  mandate: MandateTerm,
): Promise<MandateTerm | 'SELF' | undefined> {
  const terms = await mandateTerms.listOfOffice(mandate);
  const handedOver = await handovers.listHandedOver(
    actor,
    terms.map(({ mandateId }) => mandateId),
  );
  return predecessorOf(mandate, terms, handedOver);
}

/** Where nobody held the office before: the officers of the group, or of the union, who serve now. */
async function whoServes(
  { mandateTerms }: OpeningUnit,
  { groupId, kind, memberId }: MandateTerm,
  now: Date,
): Promise<readonly Id<'Member'>[]> {
  if (groupId === undefined)
    return kind === 'UNION_OFFICER' ? (await mandateTerms.listUnionOfficers(now)).filter((id) => id !== memberId) : [];
  const holders = (await mandateTerms.listHolders([groupId], now)).get(groupId) ?? [];
  return [...new Set(holders.map((holder) => holder.memberId))].filter((id) => id !== memberId);
}

/** The mandate of whoever hands over came after the handover was opened: it is theirs from now on. */
async function adopt(unit: OpeningUnit, capsule: HandoverCapsule, { now }: Hearing): Promise<void> {
  const mandate = await unit.mandateTerms.find(capsule.mandateId);
  const predecessor = mandate === undefined ? undefined : await findPredecessor(unit, mandate);
  if (mandate === undefined || predecessor === undefined || predecessor === 'SELF') return;
  const adopted = await unit.handovers.save({
    ...capsule,
    predecessorId: predecessor.mandateId,
    outgoingIds: [predecessor.memberId],
    dueAt: dueOf(mandate, predecessor, capsule.openedAt),
  });
  await unit.jobs.enqueueMany(watchJobs(adopted));
  await tellParties(unit, adopted, { notice: 'HANDOVER_OPENED', to: 'OUTGOING', sourceId: capsule.id, now });
}

async function endSuccession(unit: OpeningUnit, capsule: HandoverCapsule, endedAt: Date): Promise<void> {
  const until = shadowUntil(capsule);
  if (until !== undefined && endedAt < until) await endShadow(unit, capsule, endedAt);
  const endsAt = endedAt < capsule.endsAt ? endedAt : capsule.endsAt;
  const ended = await unit.handovers.save({ ...capsule, endsAt });
  await unit.jobs.enqueueMany([sealJob(ended)]);
}

/** Never before it was opened: whoever hands over left early, and the union is told at once. */
async function makeDue(unit: OpeningUnit, capsule: HandoverCapsule, endedAt: Date): Promise<void> {
  const dueAt = endedAt > capsule.openedAt ? endedAt : capsule.openedAt;
  const due = await unit.handovers.save({ ...capsule, dueAt });
  await unit.jobs.enqueueMany(watchJobs(due));
}
