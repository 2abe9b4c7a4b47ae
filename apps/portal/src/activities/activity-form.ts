import type { FormValues } from '@guildhall/ui';
import type { ActivityKind } from '../generated/graphql.js';
import { fromCampusInput, toCampusInput } from '../parts/campus-time.js';
import type { ShownActivity } from './activity-document.js';
import { activityKinds, asActivityKind } from './kinds.js';

/** The facts that are a plain yes or no. */
export const yesNoFacts = ['alcohol', 'externalSpeaker', 'minors', 'offCampus', 'overnight', 'contractor'] as const;

/** A plan as both mutations take it. */
export type ActivityPlan = {
  readonly title: string;
  readonly summary: string;
  readonly kind: ActivityKind;
  readonly place: string;
  readonly capacity: number | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly registrationOpensAt: string;
  readonly registrationClosesAt: string;
  readonly facts: { readonly expectedAttendees: number } & Readonly<Record<(typeof yesNoFacts)[number], boolean>>;
};

const dayMs = 86_400_000;

/** What the form begins with: the activity to edit, or a week from now in the evening. Names are paths inside the input. */
export function initialValues(activity: ShownActivity | undefined, prefix: string, zone: string): FormValues {
  const soon = (days: number): string =>
    new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + days * dayMs).toISOString();
  const local = (instant: string | undefined, days: number): string => toCampusInput(instant ?? soon(days), zone);
  const values = {
    title: activity?.title ?? '',
    summary: activity?.summary ?? '',
    kind: activity?.kind ?? 'SOCIAL',
    place: activity?.place ?? '',
    capacity: activity?.capacity == null ? '' : String(activity.capacity),
    startsAt: local(activity?.startsAt, 28),
    endsAt: local(activity?.endsAt, 28 + 1 / 12),
    registrationOpensAt: local(activity?.registrationOpensAt, 1),
    registrationClosesAt: local(activity?.registrationClosesAt, 27),
    'facts.expectedAttendees': String(activity?.facts?.expectedAttendees ?? 20),
    ...Object.fromEntries(yesNoFacts.map((name) => [`facts.${name}`, activity?.facts?.[name] ?? false])),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));
}

/** The plan that the form holds. What is no number or time is sent as one the rules refuse, so that the field says so. */
export function readPlan(values: FormValues, prefix: string, zone: string): ActivityPlan {
  const text = (name: string): string => {
    const value = values[`${prefix}${name}`];
    return typeof value === 'string' ? value : '';
  };
  const instant = (name: string): string => fromCampusInput(text(name), zone) ?? new Date(0).toISOString();
  const isOn = (name: string): boolean => values[`${prefix}facts.${name}`] === true;
  return {
    title: text('title'),
    summary: text('summary'),
    kind: asActivityKind(text('kind')) ?? activityKinds[0],
    place: text('place'),
    capacity: text('capacity') === '' ? null : Math.trunc(Number(text('capacity'))),
    startsAt: instant('startsAt'),
    endsAt: instant('endsAt'),
    registrationOpensAt: instant('registrationOpensAt'),
    registrationClosesAt: instant('registrationClosesAt'),
    facts: {
      expectedAttendees: Math.trunc(Number(text('facts.expectedAttendees'))),
      alcohol: isOn('alcohol'),
      externalSpeaker: isOn('externalSpeaker'),
      minors: isOn('minors'),
      offCampus: isOn('offCampus'),
      overnight: isOn('overnight'),
      contractor: isOn('contractor'),
    },
  };
}
