import type { ThreadQuery } from '../generated/graphql.js';

/** One post with what was said about it. */
export type ShownThread = NonNullable<ThreadQuery['post']>;

/** One reply. */
export type ShownReply = ShownThread['replies']['edges'][number]['node'];

/** Somebody's wish to raise an idea. */
export type ShownRaiseRequest = ShownThread['raiseRequests'][number];
