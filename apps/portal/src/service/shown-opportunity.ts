import type { OpportunityQuery } from '../generated/graphql.js';

/** An opportunity as the pages of service show it. */
export type ShownOpportunity = NonNullable<OpportunityQuery['opportunity']>;
