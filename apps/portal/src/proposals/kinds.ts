import type { ProposalSort, ProposalStatus } from '../generated/graphql.js';

/** The parts of the list of proposals, in the order in which they are offered. */
export const proposalKinds = ['OPEN', 'WITH_DEPARTMENT', 'ANSWERED', 'DELIVERY', 'CLOSED', 'LAPSED'] as const;

type Part = { readonly statuses: readonly ProposalStatus[]; readonly sort: ProposalSort };

const parts: Readonly<Record<(typeof proposalKinds)[number], Part>> = {
  OPEN: { statuses: ['GATHERING', 'MERGE_OFFERED'], sort: 'CLOSING_SOON' },
  WITH_DEPARTMENT: { statuses: ['REFERRED', 'ACKNOWLEDGED', 'RECONSIDERED'], sort: 'DUE_SOON' },
  ANSWERED: { statuses: ['ANSWERED'], sort: 'NEWEST' },
  DELIVERY: { statuses: ['IN_DELIVERY', 'DELIVERED', 'REOPENED'], sort: 'NEWEST' },
  CLOSED: { statuses: ['CLOSED'], sort: 'NEWEST' },
  LAPSED: { statuses: ['LAPSED', 'MERGED', 'WITHDRAWN', 'NOT_ADOPTED'], sort: 'NEWEST' },
};

/** What a part of the list asks for: its states, and the order that matters in it. Without a part, everything, newest first. */
export function partOfProposals(kind: string | undefined): Partial<Part> {
  const known = proposalKinds.find((each) => each === kind);
  return known === undefined ? {} : parts[known];
}
