import { isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The platform carrying out what moderation decided, in the transaction of whoever decided it. */
export const moderationTask = 'moderation';

/** Which posts an actor may see; the repository turns this into SQL. */
export type PostScope = {
  /** Everything, for the platform carrying out what moderators decide. */
  readonly everything: boolean;
  readonly groups: readonly GroupId[];
  /** Groups of which held and removed posts are seen too. */
  readonly led: readonly GroupId[];
  /** Whether posts to the whole union are seen. */
  readonly campus: boolean;
  /** Whether held and removed ones of these are seen too. */
  readonly ledCampus: boolean;
  readonly own: MemberId | undefined;
};

const nothing: PostScope = { everything: false, groups: [], led: [], campus: false, ledCampus: false, own: undefined };

/**
 * Published posts of one's groups and, for members, those to the whole union; what is not shown to everybody, for its
 * author and the officers who moderate there. Two who are blocked see nothing of each other.
 */
export function visiblePosts(actor: Actor): PostScope {
  if (actor.kind === 'system') return { ...nothing, everything: actor.task === moderationTask };
  if (actor.kind !== 'person') return nothing;
  const own = memberOf(actor);
  const led = actor.mandates.flatMap(({ groupId }) => groupId ?? []);
  return {
    everything: false,
    groups: [...new Set([...actor.groupIds, ...led])],
    led,
    campus: own !== undefined,
    ledCampus: own !== undefined && isUnionOfficer(actor),
    own,
  };
}

/** A condition of SQL with what it names. */
export type Condition = { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> };

/**
 * What the actor may see of the posts that a query knows as `post`. Whoever reads something that belongs to a post, as its
 * replies do, narrows by it too.
 */
export function postVisible(actor: Actor): Condition {
  const { everything, groups, led, campus, ledCampus, own } = visiblePosts(actor);
  if (everything) return { sql: "post.status <> 'WITHDRAWN'", parameters: {} };
  return {
    sql: `((post.status = 'PUBLISHED' and (post.group_id = any(:postGroups) or (:postCampus and post.group_id is null)))
      or (post.status <> 'WITHDRAWN' and (post.author_id = :viewer or post.group_id = any(:postLed)
        or (:postLedCampus and post.group_id is null))))
      and not is_blocked(post.author_id, :viewer)`,
    parameters: {
      postGroups: groups,
      postCampus: campus,
      viewer: own ?? null,
      postLed: led,
      postLedCampus: ledCampus,
    },
  };
}
