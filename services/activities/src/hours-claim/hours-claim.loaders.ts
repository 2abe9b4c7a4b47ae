import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { SignupId } from '../signup/signup.js';
import type { HoursClaim } from './hours-claim.js';
import type { HoursClaimRepository } from './hours-claim.repository.js';

/** The viewer's own live claim, by sign-up. */
export function createClaimOfSignupLoader(
  actor: Actor,
  claims: HoursClaimRepository,
): DataLoader<SignupId, HoursClaim | undefined> {
  return new DataLoader(async (ids) => {
    const bySignup = new Map((await claims.listOfSignups(actor, ids)).map((claim) => [claim.signupId, claim]));
    return ids.map((id) => bySignup.get(id));
  });
}
