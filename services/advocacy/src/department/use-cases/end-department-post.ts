import { err, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endPost } from '../department.js';
import { departmentPolicy } from '../department.policy.js';

/** Ends a post at a department now; its rights end with the same transaction. */
export function endDepartmentPost(
  { transaction, clock }: Deps,
  actor: Actor,
  { postId }: { readonly postId: Id<'DepartmentStaff'> },
) {
  return transaction(async ({ departments }) => {
    const post = await departments.findPost(actor, postId);
    if (post === null) return err(notFound('DepartmentStaff'));
    if (!departmentPolicy.canEnd(actor, post)) return err(notAllowed('END', 'DepartmentStaff'));
    const ended = endPost(post, clock.now());
    return ended.ok ? ok(await departments.save(ended.value)) : ended;
  });
}
