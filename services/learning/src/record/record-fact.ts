/*
 * A fact about members, as this service heard or made it: something stands, ends, or is taken back.
 * Life: appended once and never changed; what stands is a fold over the facts of one source. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';

/** What a piece of evidence shows. */
export type EvidenceKind =
  | 'ATTENDANCE'
  | 'LED_ACTIVITY'
  | 'VERIFIED_HOURS'
  | 'MANDATE'
  | 'DELIVERED_PROPOSAL'
  | 'PATH_STEP'
  | 'LED_SESSION';

/** What a piece of evidence is about: ids and kinds alone, never words. */
export type EvidenceDetail = {
  readonly activityId?: string;
  readonly activityKind?: string;
  readonly groupId?: string;
  readonly positionKind?: string;
  readonly constituencyId?: string;
  readonly proposalId?: string;
  readonly pathId?: string;
  readonly stepId?: string;
  readonly sessionId?: string;
};

/** Where a fact has its place: `sequence` counts within one source thing; 0 is what was known before facts were kept. */
export type FactPlace = {
  readonly source: 'membership' | 'activities' | 'advocacy' | 'learning';
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly sequence: number;
};

/** The thing a fact is about, without the place of the fact in it. */
export type FactSource = Omit<FactPlace, 'sequence'>;

/** What a fact says. `at` is when it happened, was ended, or was taken back. */
export type FactSaying =
  | {
      readonly says: 'STANDS';
      readonly memberIds: readonly Id<'Member'>[];
      readonly at: Date;
      readonly until: Date | undefined;
      readonly minutes: number | undefined;
      readonly detail: EvidenceDetail;
    }
  | { readonly says: 'ENDS' | 'TAKEN_BACK'; readonly at: Date };

/** A fact in its place. The id of the source thing is that of its aggregate. */
export type RecordFact = FactPlace & { readonly kind: EvidenceKind } & FactSaying;

/** A fact to append; one of this service's own takes the next place of its thing when it names none. */
export type NewFact = FactSource & {
  readonly sequence: number | undefined;
  readonly kind: EvidenceKind;
} & FactSaying;
