import { graphql, withFaults } from '../graph/graphql.js';

/** Keeps the plan as a template. */
export const saveTemplateDocument = withFaults(
  graphql(`
    mutation SaveTemplate($input: SaveTemplateInput!) {
      saveTemplate(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Drafts an activity from a template. */
export const draftFromTemplateDocument = withFaults(
  graphql(`
    mutation DraftFromTemplate($input: DraftFromTemplateInput!) {
      draftFromTemplate(input: $input) {
        __typename
        ... on DraftFromTemplateSuccess {
          activity {
            id
          }
        }
        ...Fault
      }
    }
  `),
);
