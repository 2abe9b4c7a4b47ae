import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { GatewayOptions } from '../../src/start-gateway.js';
import { executeOn } from '../test-graph.js';

const typeDefs = parse(`
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
    @link(url: "https://specs.guildhall.example/guessable/v1.0", import: [{ name: "@guessable", as: "@secretly" }])
    @composeDirective(name: "@secretly")
  directive @secretly on FIELD_DEFINITION
  type Query { open: String  try(code: String!): String @secretly }
  type Mutation { tryOnce(code: String!): String @secretly  move: String }
`);

/** A graph with guessable fields of both kinds, under a name of the service's own. */
export function guessableGraph(): Pick<GatewayOptions, 'supergraphSdl' | 'subgraphs'> {
  const { supergraphSdl, errors } = composeServices([{ name: 'codes', url: 'http://codes.subgraph', typeDefs }]);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  const schema = buildSubgraphSchema([{ typeDefs }]);
  return {
    supergraphSdl,
    subgraphs: { codes: { kind: 'local', executor: { execute: (request) => executeOn(schema, request) } } },
  };
}

/** One guess. */
export const oneGuess = 'mutation { tryOnce(code: "a") }';

/** Three guesses, however they are written. */
export const threeGuesses =
  '{ a: try(code: "a") ...More } fragment More on Query { b: try(code: "b") ... { c: try(code: "c") } }';
