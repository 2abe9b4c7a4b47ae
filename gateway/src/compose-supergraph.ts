import { composeServices } from '@apollo/composition';
import { type GraphQLError, lexicographicSortSchema, printSchema } from 'graphql';
import type { SubgraphSdl } from './read-subgraph-sdl.js';

/** The composed graph as the two committed files hold it, or what is wrong with the services' SDL, one message per problem. */
export type Composition =
  | { readonly ok: true; readonly supergraphSdl: string; readonly apiSdl: string; readonly hints: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Composes the services; every problem and hint names its code and, where one is known, the file and line. */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): Composition {
  const result = composeServices(subgraphs.map((subgraph) => ({ ...subgraph })));
  if (result.errors) return { ok: false, problems: result.errors.map(describeError) };
  const apiSchema = result.schema.toAPISchema().toGraphQLJSSchema();
  return {
    ok: true,
    supergraphSdl: withNewline(result.supergraphSdl),
    apiSdl: withNewline(printSchema(lexicographicSortSchema(apiSchema))),
    hints: result.hints.map((hint) => `${hint.definition.code}: ${hint.message}`),
  };
}

function describeError(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap(({ loc }) => (loc ? [`${loc.source.name}:${loc.startToken.line}`] : []));
  const code = error.extensions['code'];
  return [`${typeof code === 'string' ? code : 'INVALID'}: ${error.message}`, ...new Set(places)].join('\n    ');
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
