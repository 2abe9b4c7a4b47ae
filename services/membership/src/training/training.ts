/*
 * Training that offices ask for. The union asks a learning path of every office of a kind, by version; a position may ask
 * for one more. What a mandate asks is written down when it is given, so that no later rule binds who was chosen before.
 * A mandate begins at its first instant if its holder holds all of it, or waits, without rights, until they do. Who holds
 * which training is learning's to say and is heard from its events. Owner: membership.
 */
import type { Id, PositionKind } from '@guildhall/kernel';
import type { MandateId } from '../group/mandate.js';
import type { MemberId } from '../member/member.js';
import { remindBeforeMs } from './training-rules.js';

/** The id of a learning path. */
export type PathId = Id<'LearningPath'>;

/** Training that is asked for, with the path that learning resolves. */
export type AskedTraining = { readonly path: { readonly id: PathId } };

/** The path of training that is asked for. */
export function asTraining(pathId: PathId): AskedTraining {
  return { path: { id: pathId } };
}

/** What the union asks of every office of a kind; version 0 was never decided. */
export type TrainingRule = {
  readonly kind: PositionKind;
  readonly version: number;
  readonly pathId: PathId | undefined;
  readonly madeBy: MemberId | undefined;
  readonly madeAt: Date | undefined;
};

/** One fact of learning: from when somebody holds the training of a path, or that they do not any more. */
export type TrainingFact = {
  readonly trainingId: Id<'Enrolment'>;
  readonly memberId: MemberId;
  readonly pathId: PathId;
  readonly heldAt: Date | undefined;
};

/** One person and one path that they may hold as training. */
export type Holding = { readonly memberId: MemberId; readonly pathId: PathId };

/** What a mandate asked for when it was given, and when its rights began; nothing while it waits. */
export type MandateTraining = {
  readonly mandateId: MandateId;
  readonly pathIds: readonly PathId[];
  readonly begunAt: Date | undefined;
};

/** Somebody lacks training that this asks for; `missing` is what to learn first. */
export type TrainingMissingError = {
  readonly __typename: 'TrainingMissingError';
  readonly message: string;
  readonly missing: readonly AskedTraining[];
};

/** The refusal that names what to learn first. */
export function trainingMissing(pathIds: readonly PathId[]): TrainingMissingError {
  return {
    __typename: 'TrainingMissingError',
    message: 'This asks for training that is not completed yet. Complete it first, or let the office begin later.',
    missing: pathIds.map(asTraining),
  };
}

/** What a position asks for: what the union asks of its kind, and what it asks itself, each once. */
export function askedTraining(ofKind: PathId | undefined, own: PathId | undefined): readonly PathId[] {
  return [...new Set([ofKind, own].flatMap((pathId) => pathId ?? []))];
}

/** What of it somebody lacks. */
export function lackedTraining(asked: readonly PathId[], held: ReadonlySet<PathId>): readonly PathId[] {
  return asked.filter((pathId) => !held.has(pathId));
}

/** The instant at which a mandate begins once nothing is missing: its first, or now when that has passed. */
export function beginsAt(startsAt: Date, now: Date): Date {
  return startsAt > now ? startsAt : now;
}

/** When the holder of a mandate is reminded of training that is missing. */
export function remindsAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - remindBeforeMs);
}

/** A rule anew, with the next version. */
export function decideRule(
  rule: TrainingRule,
  pathId: PathId | undefined,
  by: { readonly memberId: MemberId | undefined; readonly now: Date },
): TrainingRule {
  return { ...rule, version: rule.version + 1, pathId, madeBy: by.memberId, madeAt: by.now };
}
