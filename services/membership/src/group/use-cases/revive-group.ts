import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { GroupId } from '../group.js';
import { moveGroup } from './move-group.js';

/** Brings a dormant group back that has an officer again. */
export function reviveGroup(deps: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return moveGroup(deps, actor, { groupId, step: 'revive' });
}
