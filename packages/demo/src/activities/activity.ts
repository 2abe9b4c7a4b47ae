import type { Id } from '@guildhall/kernel';

/** What an activity is. */
export type ActivityKind =
  | 'CULTURAL_PERFORMANCE'
  | 'SPORT'
  | 'SOCIAL'
  | 'SOCIAL_PRACTICE'
  | 'VOLUNTARY_SERVICE'
  | 'TRAINING'
  | 'MEETING'
  | 'CAMPAIGN';

/** The decisions taken on an activity; whether it is upcoming or over follows from the clock. */
export type ActivityStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'CHANGES_REQUESTED'
  | 'APPROVED'
  | 'DECLINED'
  | 'PUBLISHED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'REPORTED';

/** An activity of the demo union, as the activities service stores one; without `capacity` everybody may come. */
export type DemoActivity = {
  readonly id: Id<'Activity'>;
  readonly groupId: Id<'Group'>;
  readonly organiserId: Id<'Member'>;
  readonly title: string;
  readonly summary: string;
  readonly kind: ActivityKind;
  readonly status: ActivityStatus;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly registrationOpensAt: Date;
  readonly registrationClosesAt: Date;
  readonly capacity?: number;
  readonly riskTier: number;
};

/** The place that a demo person takes in the queue of an activity, counted from 0, and what became of it when that is not left to chance. */
export type FixedRegistration = {
  readonly memberId: Id<'Member'>;
  readonly rank: number;
  readonly outcome?: 'CANCELLED' | 'ATTENDED_ON_APPEAL';
};

/** An activity together with the demand it meets. */
export type PlannedActivity = {
  readonly activity: DemoActivity;
  /** How many people try to register in all, had registration run to its end. */
  readonly demand: number;
  /** True where so many want to come that a waiting list stands at the end. */
  readonly isSoughtAfter: boolean;
  /** Places given away before the capacity was lowered; such an activity is overfull. */
  readonly seatsGiven?: number;
  readonly fixed: readonly FixedRegistration[];
};
