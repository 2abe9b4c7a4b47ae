import type { IssueQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { issueCardFragment } from './issue-card-fragment.js';

/** One issue of the viewer's course with everything that happened to it. */
export const issueDocument = withFragments(
  graphql(`
    query Issue($id: ID!) {
      issue(id: $id) {
        ...IssueCard
        body
        removalReason
        isProposalSuggested
        proposal {
          id
        }
        viewerSaysSolved
        author {
          id
          displayName
        }
        constituency {
          id
          programme
          year
        }
        progress {
          status
          at
        }
        answers {
          round
          outcome
          reason
          text
          publishedAt
        }
        replies(first: 100) {
          edges {
            node {
              id
              role
              isOwn
              body
              language
              postedAt
              postState
              removalReason
              viewerActions
              author {
                id
                displayName
              }
            }
          }
        }
      }
    }
  `),
  issueCardFragment,
);

/** An issue that the viewer may read. */
export type ShownIssue = NonNullable<IssueQuery['issue']>;

/** One reply to it. */
export type ShownReply = ShownIssue['replies']['edges'][number]['node'];
