import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, GraphQLError, parse, type GraphQLSchema } from 'graphql';
import type { SubgraphExecutor, SubgraphRequest, SubgraphResponse } from '@guildhall/subgraph';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const peopleSdl = `${link}
type Query { me: Person  people: [Person!]!  echo(text: String!, count: Int, mood: Mood, filter: Filter): String  whoami: String  broken: String  refused: String  strange: String }
type Mutation { rename(input: RenameInput!): Person }
enum Mood { CALM STORMY }
input Filter { name: String!  tags: [String!] }
input RenameInput { id: ID!  name: String! }
type Person @key(fields: "id") { id: ID!  name: String!  friend: Person }
`;

const placesSdl = `${link}
type Query { town: String }
type Person @key(fields: "id") { id: ID!  home: String  desk: String }
`;

/** The supergraph of two small services, composed by the library that composes the real one. */
export const testSupergraph: string = composeTestGraph();

function composeTestGraph(): string {
  const services = [
    { name: 'people', url: 'http://people.subgraph', typeDefs: parse(peopleSdl) },
    { name: 'places', url: 'http://places.subgraph', typeDefs: parse(placesSdl) },
  ];
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

type TestContext = Pick<SubgraphRequest, 'caller' | 'requestId'>;

const people = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Omar' },
];

/** The people service: it tells who asked, and fails in the ways a service can. */
export const peopleSchema = buildSubgraphSchema([
  {
    typeDefs: parse(peopleSdl),
    resolvers: {
      Query: {
        me: () => people[0],
        people: () => people,
        echo: (_root: unknown, { text }: { text: string }) => text,
        whoami: (_root: unknown, _args: unknown, { caller, requestId }: TestContext) =>
          JSON.stringify({ caller, requestId }),
        broken: () => {
          throw new Error('connect ECONNREFUSED 10.0.0.7:5432 password=hunter2');
        },
        refused: () => {
          throw new GraphQLError('The page size is at most 100.', {
            extensions: { code: 'BAD_USER_INPUT', secret: 'internal' },
          });
        },
        strange: () => {
          throw new GraphQLError('row 17 of table salaries', {
            extensions: { code: 'SALARY_LEAK', stacktrace: ['at salaries.ts:1'] },
          });
        },
      },
      Mutation: { rename: (_root: unknown, { input }: { input: { id: string; name: string } }) => input },
      Person: {
        __resolveReference: ({ id }: { id: string }) => people.find((person) => person.id === id),
        friend: () => people[1],
      },
    },
  },
]);

/** The places service: it adds a home to every person. */
export const placesSchema = buildSubgraphSchema([
  {
    typeDefs: parse(placesSdl),
    resolvers: {
      Query: { town: () => 'Oxford' },
      Person: {
        __resolveReference: (reference: { id: string }) => reference,
        home: ({ id }: { id: string }) => `Home ${id}`,
        desk: ({ id }: { id: string }) => `Desk ${id}`,
      },
    },
  },
]);

/** Runs a schema as a service in this process does: errors arrive as plain formatted objects. */
export function executorOf(schema: GraphQLSchema): SubgraphExecutor {
  return { execute: (request) => executeOn(schema, request) };
}

/** One operation on a schema, answered as JSON would carry it. */
export async function executeOn(
  schema: GraphQLSchema,
  { query, variables, operationName, caller, requestId }: SubgraphRequest,
): Promise<SubgraphResponse> {
  const { data, errors } = await graphql({
    schema,
    source: query,
    variableValues: variables,
    operationName,
    contextValue: { caller, requestId },
  });
  return { data, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
}
