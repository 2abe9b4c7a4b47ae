import type { OwnNeedsQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** What the viewer needs, and what they may do about it. */
export const needsDocument = graphql(`
  query OwnNeeds {
    viewer {
      subject
      ownNeedsActions
      needs {
        needs
        dietNote
        accessNote
        languageNote
        updatedAt
      }
    }
  }
`);

/** The viewer's needs as the page shows them. */
export type OwnNeeds = OwnNeedsQuery['viewer'];

/** The needs of each part of a profile, in the order of the form. */
export const needsOfField = {
  DIET: ['VEGETARIAN', 'VEGAN', 'HALAL', 'KOSHER', 'GLUTEN_FREE', 'DAIRY_FREE', 'NUT_ALLERGY', 'OTHER_DIET'],
  ACCESS: [
    'STEP_FREE',
    'WHEELCHAIR_SPACE',
    'HEARING_LOOP',
    'CAPTIONS',
    'SIGN_LANGUAGE',
    'LARGE_PRINT',
    'ASSISTANCE_DOG',
    'SEAT_NEAR_EXIT',
    'OTHER_ACCESS',
  ],
  LANGUAGE: ['INTERPRETER', 'PLAIN_ENGLISH'],
  QUIET_SPACE: ['QUIET_SPACE'],
} as const;

/** The parts of a profile. */
export const needsFields = ['DIET', 'ACCESS', 'LANGUAGE', 'QUIET_SPACE'] as const;
