import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { SignupId } from '../signup/signup.js';
import type { HoursClaim } from './hours-claim.js';

/** The viewer's own live claim, by sign-up. */
export function createClaimOfSignupLoader(
  actor: Actor,
  claims: Repositories['hoursClaims'],
): DataLoader<SignupId, HoursClaim | undefined> {
  return new DataLoader(async (ids) => {
    const bySignup = new Map((await claims.listOfSignups(actor, ids)).map((claim) => [claim.signupId, claim]));
    return ids.map((id) => bySignup.get(id));
  });
}
