import { err, illegalTransition, isMember, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { step } from '../../help-request/help-request.js';
import { openRequest } from '../../help-request/use-cases/open-request.js';
import { checkThanks, type HelpMatchId } from '../help-match.js';

/** Thanks one helper in words that they alone read. */
export function thankHelper(
  { transaction, clock }: Deps,
  actor: Actor,
  { matchId, words }: { readonly matchId: HelpMatchId; readonly words: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const found = await unit.helpMatches.find(matchId);
    if (found === null) return err(notFound('HelpMatch'));
    const opened = await openRequest(unit, actor, { requestId: found.requestId, action: 'THANK', now });
    // Whoever takes no part is not told that there is a match.
    if (!opened.ok) return isMember(actor, found.helperId) ? opened : err(notFound('HelpMatch'));
    const match = opened.value.helpers.find(({ id }) => id === matchId);
    if (match === undefined) return err(notFound('HelpMatch'));
    const thanked = step(opened.value, 'THANK', now);
    if (!thanked.ok) return thanked;
    if (match.thankedAt !== undefined) return err(illegalTransition('THANK', 'THANKED'));
    const checked = checkThanks(words);
    if (!checked.ok) return checked;
    await unit.helpMatches.save({ ...match, thanks: checked.value, thankedAt: now });
    return ok(thanked.value);
  });
}
