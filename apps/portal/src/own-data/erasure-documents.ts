import type { ErasurePreviewQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** What erasing the viewer would do in each service, and whether it is on its way. */
export const erasureDocument = graphql(`
  query ErasurePreview($language: ReadingLanguage!) {
    viewer {
      subject
      erasureActions
      erasure {
        dueAt
      }
      erasurePreview {
        id
        days
        obstacles
        membership {
          ...PreviewItem
        }
        activities {
          ...PreviewItem
        }
        learning {
          ...PreviewItem
        }
        advocacy {
          ...PreviewItem
        }
      }
    }
  }

  fragment PreviewItem on ErasureItem {
    name
    title(language: $language)
    fate
    kept(language: $language)
    count
  }
`);

/** Asks to be erased. */
export const requestErasureDocument = withFaults(
  graphql(`
    mutation RequestErasure($input: RequestErasureInput!) {
      requestErasure(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes it back. */
export const cancelErasureDocument = withFaults(
  graphql(`
    mutation CancelErasure($input: CancelErasureInput!) {
      cancelErasure(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** The services that say what erasure does. */
export const previewingServices = ['membership', 'activities', 'learning', 'advocacy'] as const;

/** What erasure would do, as the page shows it. */
export type ShownPreview = NonNullable<ErasurePreviewQuery['viewer']['erasurePreview']>;
