/*
 * Training that a role of a shift asks for. Who holds which is learning's to say and is heard from its events; asked when
 * somebody takes a place, and again when the shift begins. Owner: activities.
 */
import type { Id } from '@guildhall/kernel';
import type { MemberId } from '../references/member.js';

/** The id of a learning path. */
export type PathId = Id<'LearningPath'>;

/** Training that is asked for, with the path that learning resolves. */
export type AskedTraining = { readonly path: { readonly id: PathId } };

/** One fact of learning: from when somebody holds the training of a path, or that they do not any more. */
export type TrainingFact = {
  readonly trainingId: Id<'Enrolment'>;
  readonly memberId: MemberId;
  readonly pathId: PathId;
  readonly heldAt: Date | undefined;
};

/** One person and one path that they may hold as training. */
export type Holding = { readonly memberId: MemberId; readonly pathId: PathId };

/** Somebody lacks training that this asks for; `missing` is what to learn first. */
export type TrainingMissingError = {
  readonly __typename: 'TrainingMissingError';
  readonly message: string;
  readonly missing: readonly AskedTraining[];
};

/** The refusal that names what to learn first. */
export function trainingMissing(pathId: PathId): TrainingMissingError {
  return {
    __typename: 'TrainingMissingError',
    message: 'This role asks for training that is not completed yet. Complete it first.',
    missing: [{ path: { id: pathId } }],
  };
}
