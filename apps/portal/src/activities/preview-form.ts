import { toCampusInput } from '@guildhall/ui';
import type { FormState } from '@guildhall/ui';
import type { PlanPreviewInput } from '../generated/graphql.js';
import type { ActivityPlan } from './activity-form.js';

/** What of a plan in a form the planner is asked about; numbers that are none yet are sent as the least there is. */
export function previewInput(
  { kind, startsAt, endsAt, venueId, capacity, facts }: ActivityPlan,
  of: { readonly groupId: string; readonly activityId?: string },
): PlanPreviewInput {
  const whole = (value: number): number => (Number.isSafeInteger(value) && Math.abs(value) < 1_000_000 ? value : 1);
  return {
    ...of,
    kind,
    startsAt,
    endsAt,
    venueId,
    capacity: capacity === null ? null : whole(capacity),
    facts: {
      ...facts,
      expectedAttendees: whole(facts.expectedAttendees),
      budget: Math.max(0, facts.budget),
    },
  };
}

const hourMs = 3_600_000;

/** Puts another time into a form; registration then closes an hour before, where it would close after the end. */
export function moveTo(form: FormState, prefix: string, zone: string) {
  return ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): void => {
    const ends = toCampusInput(endsAt, zone);
    form.change(`${prefix}startsAt`, toCampusInput(startsAt, zone));
    form.change(`${prefix}endsAt`, ends);
    const closes = form.values[`${prefix}registrationClosesAt`];
    if (typeof closes === 'string' && closes > ends)
      form.change(
        `${prefix}registrationClosesAt`,
        toCampusInput(new Date(Date.parse(startsAt) - hourMs).toISOString(), zone),
      );
  };
}
