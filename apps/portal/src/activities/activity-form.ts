import { fromCampusInput, toCampusInput } from '@guildhall/ui';
import type { FormValues } from '@guildhall/ui';
import type { ActivityKind } from '../generated/graphql.js';
import { amountText, readAmount } from '../parts/amounts.js';
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
  readonly venueId: string | null;
  readonly capacity: number | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly registrationOpensAt: string;
  readonly registrationClosesAt: string;
  readonly facts: { readonly expectedAttendees: number; readonly budget: number } & Readonly<
    Record<(typeof yesNoFacts)[number], boolean>
  >;
};

const dayMs = 86_400_000;

type PlanSource = Pick<
  ShownActivity,
  | 'title'
  | 'summary'
  | 'kind'
  | 'place'
  | 'venue'
  | 'capacity'
  | 'startsAt'
  | 'endsAt'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
  | 'facts'
>;

/** An empty plan four weeks from now, open for registration from tomorrow until the day before. */
function emptyPlan(): PlanSource {
  const inDays = (days: number): string =>
    new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + days * dayMs).toISOString();
  return {
    title: '',
    summary: '',
    kind: 'SOCIAL',
    place: '',
    venue: null,
    capacity: null,
    startsAt: inDays(28),
    endsAt: inDays(28 + 1 / 12),
    registrationOpensAt: inDays(1),
    registrationClosesAt: inDays(27),
    facts: null,
  };
}

/** What the form begins with: the activity to edit, or an empty plan. Names are paths inside the input. */
export function initialValues(activity: ShownActivity | undefined, prefix: string, zone: string): FormValues {
  const plan = activity ?? emptyPlan();
  const values = {
    title: plan.title,
    summary: plan.summary,
    kind: plan.kind,
    place: plan.place,
    venueId: plan.venue?.id ?? '',
    capacity: typeof plan.capacity === 'number' ? String(plan.capacity) : '',
    startsAt: toCampusInput(plan.startsAt, zone),
    endsAt: toCampusInput(plan.endsAt, zone),
    registrationOpensAt: toCampusInput(plan.registrationOpensAt, zone),
    registrationClosesAt: toCampusInput(plan.registrationClosesAt, zone),
    'facts.expectedAttendees': String(plan.facts?.expectedAttendees ?? 20),
    'facts.budget': amountText(plan.facts?.budget ?? 0),
    ...Object.fromEntries(yesNoFacts.map((name) => [`facts.${name}`, plan.facts?.[name] ?? false])),
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
    venueId: text('venueId') === '' ? null : text('venueId'),
    capacity: text('capacity') === '' ? null : Math.trunc(Number(text('capacity'))),
    startsAt: instant('startsAt'),
    endsAt: instant('endsAt'),
    registrationOpensAt: instant('registrationOpensAt'),
    registrationClosesAt: instant('registrationClosesAt'),
    facts: {
      expectedAttendees: Math.trunc(Number(text('facts.expectedAttendees'))),
      budget: readAmount(text('facts.budget')),
      alcohol: isOn('alcohol'),
      externalSpeaker: isOn('externalSpeaker'),
      minors: isOn('minors'),
      offCampus: isOn('offCampus'),
      overnight: isOn('overnight'),
      contractor: isOn('contractor'),
    },
  };
}
