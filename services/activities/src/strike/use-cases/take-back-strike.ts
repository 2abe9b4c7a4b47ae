import type { Repositories } from '../../deps.js';
import type { RegistrationId } from '../../registration/registration.js';
import { takeBackStrike as takeBack } from '../strike.js';

/** Takes the strike of a registration back, if it has one, because what it was given for is corrected or excused. */
export async function takeBackStrike(
  { strikes }: Pick<Repositories, 'strikes'>,
  registrationId: RegistrationId,
  now: Date,
): Promise<void> {
  const strike = await strikes.findStandingLocked(registrationId);
  if (strike === null) return;
  const changed = takeBack(strike, now);
  if (changed !== strike) await strikes.save(changed);
}
