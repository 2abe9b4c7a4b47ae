import type { DemoProposal, DemoProposalStatus } from '@guildhall/demo';

/** When a demo proposal came into a state, if it did. */
export function instantOf({ steps }: DemoProposal, status: DemoProposalStatus): Date | undefined {
  return steps.find((step) => step.status === status)?.at;
}
