import { graphql, withFaults } from '../graph/graphql.js';

/** Lets an activity come back. */
export const startSeriesDocument = withFaults(
  graphql(`
    mutation StartSeries($input: StartSeriesInput!) {
      startSeries(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Leaves one date out. */
export const skipSeriesDateDocument = withFaults(
  graphql(`
    mutation SkipSeriesDate($input: SkipSeriesDateInput!) {
      skipSeriesDate(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes this activity and those after it. */
export const editSeriesDocument = withFaults(
  graphql(`
    mutation EditSeries($input: EditSeriesInput!) {
      editSeries(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Ends a series. */
export const endSeriesDocument = withFaults(
  graphql(`
    mutation EndSeries($input: EndSeriesInput!) {
      endSeries(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
