import type { DataExportsQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** The copies the viewer asked for, with how far each service is. */
export const exportsDocument = graphql(`
  query DataExports {
    viewer {
      subject
      dataExportActions
      nextDataExportAt
      dataExports {
        id
        requestedAt
        finishedAt
        membership {
          readyAt
          expiresAt
          pageCount
        }
        activities {
          readyAt
          expiresAt
          pageCount
        }
        learning {
          readyAt
          expiresAt
          pageCount
        }
      }
    }
  }
`);

/** Asks for a copy. */
export const requestExportDocument = graphql(`
  mutation RequestDataExport($input: RequestDataExportInput!) {
    requestDataExport(input: $input) {
      __typename
    }
  }
`);

/** One page of each part, in both forms; whoever has read the last page of a part asks for none of it. */
export const exportPageDocument = graphql(`
  query DataExportPage(
    $number: Int!
    $language: ReadingLanguage!
    $membership: Boolean!
    $activities: Boolean!
    $learning: Boolean!
  ) {
    viewer {
      subject
      dataExports {
        id
        membership @include(if: $membership) {
          page(number: $number) {
            number
            json
            html(language: $language)
          }
        }
        activities @include(if: $activities) {
          page(number: $number) {
            number
            json
            html(language: $language)
          }
        }
        learning @include(if: $learning) {
          page(number: $number) {
            number
            json
            html(language: $language)
          }
        }
      }
    }
  }
`);

/** The services that write a part, in the order they are shown. */
export const exportingServices = ['membership', 'activities', 'learning'] as const;

/** One of them. */
export type ExportingService = (typeof exportingServices)[number];

/** A copy as the page shows it. */
export type ShownExport = NonNullable<DataExportsQuery['viewer']['dataExports']>[number];

/** How many pages a copy has in all. */
export function pagesOf(copy: ShownExport): number {
  return Math.max(...exportingServices.map((service) => copy[service]?.pageCount ?? 0));
}
