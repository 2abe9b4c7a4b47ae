import type { SkillsQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';

const ruleFragment = graphql(`
  fragment Rule on SkillRule {
    kind
    activityKind
    positionKind
    path {
      id
      title
    }
  }
`);

/** A skill as the page shows it. */
export type ShownSkill = NonNullable<SkillsQuery['skills']>['edges'][number]['node'];

/** A version that waits, as the page shows it. */
export type ShownVersion = NonNullable<SkillsQuery['proposedSkillVersions']>['edges'][number]['node'];

/** The mapping of skills as it holds, and what waits for somebody else's word: at most one change to each skill. */
export const skillsDocument = withFragments(
  graphql(`
    query Skills($language: String!, $after: String) {
      viewer {
        skillActions
      }
      proposedSkillVersions(first: 100) {
        edges {
          node {
            id
            name(language: $language)
            summary(language: $language)
            isRetired
            viewerActions
            rules {
              ...Rule
            }
          }
        }
      }
      skills(first: 50, after: $after) {
        edges {
          node {
            id
            name(language: $language)
            summary(language: $language)
            nameEn: name
            nameZh: name(language: "zh-CN")
            summaryEn: summary
            summaryZh: summary(language: "zh-CN")
            versionNumber
            rules {
              ...Rule
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  ruleFragment,
);

/** The paths that a rule can name. */
export const rulePathsDocument = graphql(`
  query RulePaths {
    paths(first: 100) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

/** Proposes a skill. */
export const proposeSkillDocument = withFaults(
  graphql(`
    mutation ProposeSkill($input: ProposeSkillInput!) {
      proposeSkill(input: $input) {
        __typename
        ... on ProposeSkillSuccess {
          version {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Proposes a change to one. */
export const proposeChangeDocument = withFaults(
  graphql(`
    mutation ProposeSkillChange($input: ProposeSkillChangeInput!) {
      proposeSkillChange(input: $input) {
        __typename
        ... on ProposeSkillChangeSuccess {
          version {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Makes a version hold. */
export const confirmVersionDocument = graphql(`
  mutation ConfirmSkillVersion($input: ConfirmSkillVersionInput!) {
    confirmSkillVersion(input: $input) {
      __typename
      ... on ConfirmSkillVersionSuccess {
        version {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Refuses one. */
export const declineVersionDocument = withFaults(
  graphql(`
    mutation DeclineSkillVersion($input: DeclineSkillVersionInput!) {
      declineSkillVersion(input: $input) {
        __typename
        ... on DeclineSkillVersionSuccess {
          version {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes one's own back. */
export const withdrawVersionDocument = graphql(`
  mutation WithdrawSkillVersion($input: WithdrawSkillVersionInput!) {
    withdrawSkillVersion(input: $input) {
      __typename
      ... on WithdrawSkillVersionSuccess {
        version {
          id
          status
          viewerActions
        }
      }
    }
  }
`);
