import type { IssueSpacesQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** The courses whose issues the viewer may read. */
export const spacesDocument = graphql(`
  query IssueSpaces {
    viewer {
      subject
      issueSpaces {
        id
        isStudent
        isRep
        constituency {
          id
          programme
          year
        }
        digest {
          status
          count
        }
      }
    }
  }
`);

/** One course of the viewer. */
export type ShownSpace = NonNullable<IssueSpacesQuery['viewer']['issueSpaces']>[number];
