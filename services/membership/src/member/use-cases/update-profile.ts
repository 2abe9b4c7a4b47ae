import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeProfile, type ProfileChanges } from '../member.js';
import { memberPolicy } from '../member.policy.js';

/** Changes the viewer's own profile; nobody else's. */
export function updateProfile({ transaction }: Deps, actor: Actor, changes: ProfileChanges) {
  return transaction(async ({ members }) => {
    const id = memberOf(actor);
    const member = id === undefined ? null : await members.findVisible(actor, id);
    if (member === null || !memberPolicy.canEditProfile(actor, member))
      return err(notAllowed('EDIT_PROFILE', 'Member'));
    const changed = changeProfile(member, changes);
    return changed.ok ? ok(await members.save(changed.value)) : changed;
  });
}
