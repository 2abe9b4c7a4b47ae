import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { GroupId } from '../group.js';
import { moveGroup } from './move-group.js';

/** Recognises a provisional group that has an officer as part of the union. */
export function affiliateGroup(deps: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return moveGroup(deps, actor, { groupId, step: 'affiliate' });
}
