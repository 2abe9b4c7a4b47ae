import { err, limitReached, memberOf, notAllowed, ok, toId, validationError, type Actor } from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { refuseAssessedWork } from '../../help-request/assessed-work.js';
import { kindsForMinors, standingOffersMax } from '../../help-request/help-limits.js';
import { helpPolicy } from '../../help-request/help-request.policy.js';
import { checkStanding, type StandingAsk } from '../standing-help-offer.js';

/** What somebody offers to whoever asks. */
export type StandingInput = StandingAsk & { readonly isOwnWork: boolean; readonly idempotencyKey: string };

/** Keeps an offer to whoever asks for such help; it suggests fitting requests to its maker and is shown to nobody. */
export async function standByToHelp({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: StandingInput) {
  const { idempotencyKey: _key, isOwnWork, ...ask } = input;
  const refused = refuseAssessedWork([ask.title, ...ask.topics], isOwnWork);
  if (!refused.ok) return refused;
  return idempotentTransaction(
    keyedRequest(actor, 'standByToHelp', input),
    async ({ standingHelpOffers }, id) => {
      const helperId = memberOf(actor);
      return helperId === undefined ? null : standingHelpOffers.findOwnLocked(helperId, toId(id));
    },
    async ({ standingHelpOffers, helpSettings, helpCredits }) => {
      const helperId = memberOf(actor);
      if (helperId === undefined || !helpPolicy.canAsk(actor)) return err(notAllowed('STAND_BY', 'HelpOffer'));
      const now = clock.now();
      const checked = checkStanding(ask, now);
      if (!checked.ok) return checked;
      if (!kindsForMinors.includes(ask.kind) && (await helpSettings.isMinor(helperId, now)))
        return err(
          validationError([
            { path: 'kind', rule: 'OUT_OF_RANGE', message: 'This kind of help is for members from 18 on.' },
          ]),
        );
      await helpCredits.lock(helperId);
      if ((await standingHelpOffers.listOwn(helperId)).length >= standingOffersMax)
        return err(limitReached(`You may have ${standingOffersMax} standing offers.`, standingOffersMax));
      return ok(
        await standingHelpOffers.add({
          ...checked.value,
          id: ids.ordered(),
          helperId,
          endedAt: undefined,
          madeAt: now,
          version: 1,
        }),
      );
    },
  );
}
