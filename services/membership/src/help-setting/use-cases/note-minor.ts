import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { checkMinorUntil } from '../help-setting.js';
import { helpSettingPolicy } from '../help-setting.policy.js';

/** Notes in the register that a member is under 18, and until when; it limits the kinds of help and ends by itself. */
export function noteMinor(
  { transaction, clock }: Deps,
  actor: Actor,
  { memberId, until }: { readonly memberId: MemberId; readonly until: Date },
) {
  return transaction(async ({ members, helpSettings }) => {
    const now = clock.now();
    const member = await members.findVisible(actor, memberId);
    if (member === null) return err(notFound('Member'));
    if (!helpSettingPolicy.canNoteMinor(actor, member)) return err(notAllowed('NOTE_MINOR', 'Member'));
    const checked = checkMinorUntil(until, now);
    if (!checked.ok) return checked;
    await helpSettings.noteMinor({ id: memberId, until, notedBy: actorKey(actor), notedAt: now, version: 1 });
    return ok(checked.value);
  });
}
