import { ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { proposeGroup, type GroupProposal } from '../../group/group.js';
import { withSeat, type CircleId } from '../circle.js';
import { findOwnCircle } from './find-own-circle.js';

/** The group that a circle might go on as. */
export type ProposeCircleGroup = Pick<GroupProposal, 'name' | 'kind' | 'purpose'> & { readonly circleId: CircleId };

/** Drafts the group that the circle might go on as; whoever drafts agrees, and everybody else is asked anew. */
export function proposeCircleGroup(
  { transaction, clock }: Deps,
  actor: Actor,
  { circleId, name, kind, purpose }: ProposeCircleGroup,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const own = await findOwnCircle(unit, actor, { circleId, action: 'PROPOSE_GROUP', now });
    if (!own.ok) return own;
    const { facts, memberId } = own.value;
    const checked = proposeGroup({ name, kind, purpose }, toId(circleId), now);
    if (!checked.ok) return checked;
    const groupDraft = { kind, name: checked.value.name, purpose: checked.value.purpose };
    const asked = { ...facts, seats: facts.seats.map((seat) => ({ ...seat, hasAgreed: false })) };
    const drafted = withSeat({ ...asked, circle: { ...facts.circle, groupDraft } }, memberId, { hasAgreed: true });
    await unit.circles.save(drafted, now);
    return ok(drafted);
  });
}
