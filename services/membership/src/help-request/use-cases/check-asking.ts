import {
  err,
  limitReached,
  ok,
  validationError,
  type LimitReachedError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import { promisable, promiseOf } from '../../help-credit/help-credit.js';
import { kindsForMinors, liveRequestsMax } from '../help-limits.js';
import type { HelpRequest } from '../help-request.js';

/**
 * Whether a member may put a request before others: not too many at a time, no more credits promised than they can hand
 * on, and a kind that their age allows. Posts of one member wait for each other, so that two at once cannot promise the
 * same credits.
 */
export async function checkAsking(
  { helpRequests, helpCredits, helpSettings }: Pick<Repositories, 'helpRequests' | 'helpCredits' | 'helpSettings'>,
  request: HelpRequest,
  now: Date,
): Promise<Result<undefined, LimitReachedError | ValidationError>> {
  const { requesterId, kind } = request;
  if (!kindsForMinors.includes(kind) && (await helpSettings.isMinor(requesterId, now)))
    return err(
      validationError([
        { path: 'kind', rule: 'OUT_OF_RANGE', message: 'This kind of help is for members from 18 on.' },
      ]),
    );
  await helpCredits.lock(requesterId);
  const { running, promised } = await helpRequests.readPromises(requesterId);
  if (running >= liveRequestsMax)
    return err(limitReached(`You may have ${liveRequestsMax} requests running at a time.`, liveRequestsMax));
  const left = promisable({ balance: await helpCredits.readBalance(requesterId), promised });
  return promiseOf(request) > left
    ? err(limitReached(`You can promise ${left} more credits now, to all helpers together.`, left))
    : ok(undefined);
}
