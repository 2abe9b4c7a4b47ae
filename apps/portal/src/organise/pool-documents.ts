import { graphql, withFaults } from '../graph/graphql.js';

/** Keeps seats for an audience. */
export const addPoolDocument = withFaults(
  graphql(`
    mutation AddPool($input: AddPoolInput!) {
      addPool(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Changes a pool. */
export const editPoolDocument = withFaults(
  graphql(`
    mutation EditPool($input: EditPoolInput!) {
      editPool(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes a pool away. */
export const removePoolDocument = graphql(`
  mutation RemovePool($input: RemovePoolInput!) {
    removePool(input: $input) {
      __typename
    }
  }
`);

/** The courses of the viewer, to keep seats for. */
export const poolCoursesDocument = graphql(`
  query PoolCourses {
    viewer {
      subject
      issueSpaces {
        id
        constituency {
          id
          programme
          year
        }
      }
    }
  }
`);

/** Says which languages an activity is held in and what makes it easier to take part in. */
export const describeAudienceDocument = withFaults(
  graphql(`
    mutation DescribeAudience($input: DescribeAudienceInput!) {
      describeAudience(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);
