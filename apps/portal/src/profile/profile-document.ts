import type { ProfileQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** The viewer's own record with the audience of each field. */
export const profileDocument = graphql(`
  query Profile {
    viewer {
      subject
      member {
        id
        displayName
        pronouns
        bio
        faculty
        programme
        level
        year
        interests
        skills
        languages
        joinedAt
        studentNumber
        viewerActions
        audiences {
          bio
          displayName
          faculty
          interests
          languages
          level
          programme
          pronouns
          skills
          year
        }
        groups {
          id
          group {
            id
            name
          }
        }
      }
    }
  }
`);

/** The viewer's own record. */
export type OwnMember = NonNullable<ProfileQuery['viewer']['member']>;
