import type { Id } from '@guildhall/kernel';

/** What an idea is raised as. */
export type RaiseTarget = 'ISSUE' | 'PROPOSAL';

/** The idea that something began as. */
export type Origin = {
  readonly postId: Id<'Post'>;
  /** Whether somebody else than who had the idea raised it. */
  readonly byConsent: boolean;
  /** Who had the idea, where somebody else raised it and they wanted to be named. */
  readonly ideaAuthorId: Id<'Member'> | undefined;
};

/** Something that began as an idea. */
export type Outcome<Kind extends string> = Origin & { readonly id: Id<Kind> };
