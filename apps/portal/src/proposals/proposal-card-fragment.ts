import { graphql } from '../graph/graphql.js';

/** What a list shows of a proposal. */
export const proposalCardFragment = graphql(`
  fragment ProposalCard on Proposal {
    id
    status
    endorsementCount
    threshold
    closesAt
    dueAt
    text {
      number
      language
      title
    }
    leadDepartment {
      id
      name
    }
  }
`);
