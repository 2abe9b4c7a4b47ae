import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { isLive } from '../../registration/registration-status.js';
import type { RegistrationId } from '../../registration/registration.js';
import { photoChoicePolicy } from '../photo-choice.policy.js';
import type { PhotoChoice } from '../photo-choice.js';

/** For which registration, and what. */
export type ChoosePhotos = { readonly registrationId: RegistrationId; readonly choice: PhotoChoice };

/** Says whether one may be seen in photos. A choice can be changed as long as the registration is live, also afterwards. */
export function choosePhotos({ transaction }: Deps, actor: Actor, { registrationId, choice }: ChoosePhotos) {
  return transaction(async ({ registrations, photoChoices }) => {
    const registration = await registrations.findVisible(actor, registrationId);
    if (registration === null) return err(notFound('Registration'));
    if (!photoChoicePolicy.canChoose(actor, registration)) return err(notAllowed('CHOOSE_PHOTOS', 'Registration'));
    if (!isLive(registration.status)) return err(illegalTransition('CHOOSE_PHOTOS', registration.status));
    await photoChoices.choose(registrationId, choice);
    return ok(registration);
  });
}
