import type { graphql as generatedGraphql } from '../generated/gql.js';

/**
 * Gives the text of a document the types that codegen wrote for it. The text stays in the page that uses it, so that no route
 * loads the documents of another.
 */
export const graphql = ((text: string) => text) as unknown as typeof generatedGraphql;

/** A document with the fragments it spreads, in one text. */
export function withFragments<Document>(document: Document, ...fragments: readonly unknown[]): Document {
  return [document, ...fragments].join('\n') as unknown as Document;
}

// On the type itself, not on the interface of all refusals: the cache knows no schema, and would take an interface for another type.
const faultFragment = graphql(`
  fragment Fault on ValidationError {
    fields {
      path
      rule
    }
  }
`);

/** A mutation whose result spreads `Fault`: which fields are at fault, each with the rule it broke. */
export function withFaults<Document>(document: Document): Document {
  return withFragments(document, faultFragment);
}
