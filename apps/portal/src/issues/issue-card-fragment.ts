import { graphql } from '../graph/graphql.js';

/** What a card of a list shows of an issue. */
export const issueCardFragment = graphql(`
  fragment IssueCard on Issue {
    id
    type
    title
    language
    status
    postState
    postedAt
    raisesAt
    isOwn
    supporterCount
    supportersToRaise
    viewerSupports
    viewerActions
    department {
      id
      name
    }
  }
`);
