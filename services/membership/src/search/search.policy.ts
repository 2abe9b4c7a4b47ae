import { memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import { visibleGroups } from '../group/group.policy.js';
import type { MemberId } from '../member/member.js';
import { visiblePosts } from '../post/post-scope.js';

/** What an actor may find; the repositories turn this into SQL. */
export type SearchScope = {
  readonly viewer: MemberId | undefined;
  /** People by what they show to this audience; in the actor's own groups also by what they show to these. */
  readonly audience: 'MEMBERS' | 'PUBLIC';
  readonly groups: readonly GroupId[];
  readonly proposed: 'all' | readonly GroupId[];
  readonly postsOf: readonly GroupId[];
  /** Whether posts to the whole union are found. */
  readonly campus: boolean;
};

/**
 * Members find people by what these show to members, or to the groups they share; everybody else by what is public.
 * Nobody finds more by keeping the register: that has its own list. Groups and posts are found where they can be read.
 */
export function searchScope(actor: Actor): SearchScope {
  const viewer = memberOf(actor);
  const posts = visiblePosts(actor);
  return {
    viewer,
    audience: viewer === undefined ? 'PUBLIC' : 'MEMBERS',
    groups: viewer === undefined || actor.kind !== 'person' ? [] : actor.groupIds,
    proposed: visibleGroups(actor).proposed,
    postsOf: viewer === undefined ? [] : posts.groups,
    campus: viewer !== undefined && posts.campus,
  };
}
