import type { graphql as generatedGraphql } from '../generated/gql.js';

/**
 * Gives the text of a document the types that codegen wrote for it. The text stays in the page that uses it, so that no route
 * loads the documents of another.
 */
export const graphql = ((text: string) => text) as unknown as typeof generatedGraphql;
