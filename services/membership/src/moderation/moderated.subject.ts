import type { Actor, Id } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../deps.js';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { NotificationSubject } from '../notification/notification.js';

/** A thing as moderation needs to know it. */
export type ModeratedWords = {
  readonly id: Id<string>;
  readonly authorId: MemberId;
  /** Whose officers moderate it; the union's where there is none. */
  readonly groupId: GroupId | undefined;
  /** What it says; empty once its author took it back. */
  readonly words: string;
  /** A BCP 47 tag; absent where nobody said. */
  readonly language: string | undefined;
  readonly writtenAt: Date;
  /** The page where its author finds it, for example the post that a reply belongs to. */
  readonly place: NotificationSubject;
};

/** What a decision takes place in. */
export type ModerationUnit = Unit<Repositories>;

/**
 * How one kind of thing is moderated. Each noun that can be reported has one, listed in `moderated.subjects.ts`. All that
 * change something run in the transaction of the decision, after `findLocked` found the thing.
 */
export interface ModeratedSubject {
  /** The thing if the actor can read it now and it was neither removed nor taken back; nothing is locked. */
  findReadable(repositories: Repositories, actor: Actor, id: Id<string>): Promise<ModeratedWords | null>;
  /** The thing, whatever became of it, locked until the transaction ends; nothing when it was taken back. */
  findLocked(unit: ModerationUnit, id: Id<string>): Promise<ModeratedWords | null>;
  /** What the things say, for moderators who were shown that they wait. */
  list(repositories: Repositories, ids: readonly Id<string>[]): Promise<readonly ModeratedWords[]>;
  /** Nobody but its author and moderators can read it any more. */
  hold(unit: ModerationUnit, id: Id<string>, now: Date): Promise<void>;
  /** Everybody can read it again. */
  restore(unit: ModerationUnit, id: Id<string>, now: Date): Promise<void>;
  /** It is gone for everybody but its author, who reads why. */
  remove(
    unit: ModerationUnit,
    id: Id<string>,
    decision: { readonly reason: string; readonly now: Date },
  ): Promise<void>;
}
