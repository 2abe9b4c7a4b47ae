import type { GraphDocument, MutationResult } from '@guildhall/ui';
import {
  DiscardActivitiesDeadLetterDocument,
  DiscardAdvocacyDeadLetterDocument,
  DiscardLearningDeadLetterDocument,
  DiscardMembershipDeadLetterDocument,
  RetryActivitiesDeadLetterDocument,
  RetryAdvocacyDeadLetterDocument,
  RetryLearningDeadLetterDocument,
  RetryMembershipDeadLetterDocument,
} from '../generated/dead-letters/graphql.js';

type Treatment = GraphDocument<
  { readonly answer: MutationResult },
  { readonly input: { readonly deadLetterId: string } }
>;

/** How the dead letters of one service are treated: each service has mutations of its own. */
export type Treatments = { readonly retry: Treatment; readonly discard: Treatment };

const treatments: Readonly<Record<string, Treatments>> = {
  membership: { retry: RetryMembershipDeadLetterDocument, discard: DiscardMembershipDeadLetterDocument },
  activities: { retry: RetryActivitiesDeadLetterDocument, discard: DiscardActivitiesDeadLetterDocument },
  advocacy: { retry: RetryAdvocacyDeadLetterDocument, discard: DiscardAdvocacyDeadLetterDocument },
  learning: { retry: RetryLearningDeadLetterDocument, discard: DiscardLearningDeadLetterDocument },
};

/** The treatments of a service by its name; undefined for a service that this app does not know. */
export function treatmentsOf(consumer: string): Treatments | undefined {
  return treatments[consumer];
}
