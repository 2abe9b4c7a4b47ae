/*
 * A piece of evidence: one thing a member did, as the facts about it say now.
 * Life: projected from facts, stands until they take it back; never deleted but by erasure. Owner: learning.
 */
import { toId, type Id } from '@guildhall/kernel';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EvidenceDetail, EvidenceKind, RecordFact } from './record-fact.js';

/** The id of a piece of evidence. */
export type EvidenceId = Id<'Evidence'>;

/** A piece of evidence as projected. */
export type Evidence = {
  readonly id: EvidenceId;
  readonly memberId: Id<'Member'>;
  readonly kind: EvidenceKind;
  /** The registration, team place, claim, mandate, proposal, step of an enrolment, or session. */
  readonly sourceId: string;
  /** When it happened; of a mandate, when it began. */
  readonly happenedAt: Date;
  /** When a mandate ends or ended. */
  readonly until: Date | undefined;
  readonly minutes: number | undefined;
  readonly detail: EvidenceDetail;
  readonly isStanding: boolean;
  /** Since when it does not stand. */
  readonly takenBackAt: Date | undefined;
};

/** The same for the same thing, whenever it is computed: a record that is built again has the same ids. */
export function evidenceId(kind: EvidenceKind, sourceId: string, memberId: Id<'Member'>): EvidenceId {
  const hex = bytesToHex(sha256(utf8ToBytes(`${kind}:${sourceId}:${memberId}`)));
  // A version 8 UUID: its bits are our own.
  const text = `${hex.slice(0, 12)}8${hex.slice(13, 16)}a${hex.slice(17, 32)}`;
  return toId(text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

type Standing = Extract<RecordFact, { readonly says: 'STANDS' }>;

/**
 * What the facts about one thing come to, for every member they ever named. The outcome depends on the facts and their
 * places alone, never on the order in which they became known.
 */
export function foldFacts(facts: readonly RecordFact[]): readonly Evidence[] {
  const inOrder = [...facts].sort((one, other) => one.sequence - other.sequence);
  const standings = inOrder.filter((fact): fact is Standing => fact.says === 'STANDS');
  const memberIds = new Set(standings.flatMap((fact) => fact.memberIds));
  return [...memberIds].map((memberId) => foldMember(memberId, standings, inOrder));
}

function foldMember(memberId: Id<'Member'>, standings: readonly Standing[], inOrder: readonly RecordFact[]): Evidence {
  const last = standings.findLast((fact) => fact.memberIds.includes(memberId));
  if (last === undefined) throw new RangeError('a fact names every member it is folded for');
  const later = inOrder.filter((fact) => fact.sequence > last.sequence);
  const end = later.filter(({ says }) => says === 'ENDS').map(({ at }) => at);
  const until = earliest(last.until === undefined ? end : [last.until, ...end]);
  // Said again of others alone, it is not said of this member any more.
  const takenBack = later.find(({ says }) => says === 'TAKEN_BACK' || says === 'STANDS');
  const neverBegan = until !== undefined && until <= last.at ? until : undefined;
  const takenBackAt = takenBack?.at ?? neverBegan;
  return {
    id: evidenceId(last.kind, last.aggregateId, memberId),
    memberId,
    kind: last.kind,
    sourceId: last.aggregateId,
    happenedAt: last.at,
    until,
    minutes: last.minutes,
    detail: last.detail,
    isStanding: takenBackAt === undefined,
    takenBackAt,
  };
}

function earliest(instants: readonly Date[]): Date | undefined {
  return instants.length === 0 ? undefined : new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
