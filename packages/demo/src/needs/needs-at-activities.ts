import { demoActivities } from '../activities/demo-activities.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { after, dayMs } from '../season.js';
import type { DemoConsent, DemoUnionNeeds } from './needs.js';

/** What somebody shares for one activity alone. */
export type DemoActivityConsent = Omit<DemoConsent, 'groupId' | 'withdrawnAt'> & {
  readonly activityId: DemoUnion['activities'][number]['id'];
};

/** What the theatre that the open rehearsal is held in has for those who need it; it has no quiet space and no hearing loop. */
export const demoTheatreFeatures: readonly string[] = ['STEP_FREE', 'ACCESSIBLE_TOILET', 'GENDER_NEUTRAL_TOILET'];

/** What those who come to the open rehearsal share for it: everybody who said what they need, but the demo people. */
export function planDemoNeedsAtActivities(
  { activities, registrations }: DemoUnion,
  { profiles }: Pick<DemoUnionNeeds, 'profiles'>,
): readonly DemoActivityConsent[] {
  const rehearsal = activities.find(({ id }) => id === demoActivities.tonight);
  if (rehearsal === undefined) return [];
  const personas = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const told = new Set<string>(profiles.map(({ memberId }) => memberId).filter((memberId) => !personas.has(memberId)));
  return registrations
    .filter(
      ({ activityId, memberId, status }) => activityId === rehearsal.id && status === 'CONFIRMED' && told.has(memberId),
    )
    .map(({ memberId, queuedAt }) => ({
      id: fixedId<'Consent'>(`consent/tonight/${memberId}`),
      memberId,
      activityId: rehearsal.id,
      fields: ['DIET', 'ACCESS', 'LANGUAGE', 'QUIET_SPACE'],
      from: queuedAt,
      to: after(rehearsal.endsAt, 7 * dayMs),
    }));
}
