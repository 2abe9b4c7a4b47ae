import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphRequest } from '@guildhall/subgraph';
import { parse } from 'graphql';
import type { GatewayOptions } from '../../src/start-gateway.js';
import { indexSupergraph, type SupergraphIndex } from '../../src/supergraph-index.js';
import { executeOn } from '../test-graph.js';

const link = (imports: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

const staffSdl = `${link('"@key" "@shareable" "@authenticated" {name: "@requiresScopes", as: "@scopes"} "@policy" "@listSize"')}
type Query {
  me: Person  people: [Person!]!  maybePeople: [Person]  things: [Thing!]  notes: [Note]  vault: Vault  strict: Person!
  audit: String @authenticated
  log(first: Int, last: Int): [Note!] @listSize(slicingArguments: ["first", "last"])
}
type Mutation { rename(name: String!): Person  seal: String @scopes(scopes: [["vault"]]) }
union Thing = Person | Vault | Note
interface Named { name: String!  label: String }
type Person implements Named @key(fields: "id") {
  id: ID!
  name: String!
  label: String
  email: String @authenticated
  phone: String! @scopes(scopes: [["contact:read", "phone"], ["admin"]])
  salary: Money
  rank: Rank
  friend: Person
  friends: [Person!]!
  file(kind: String): File @policy(policies: [["person"]])
  both: String @shareable @scopes(scopes: [["left"]])
}
type Note implements Named { name: String!  label: String @authenticated  text: String! }
type Vault @scopes(scopes: [["vault"]]) { code: String!  note: String }
type File { name: String!  secret: String! @policy(policies: [["machine", "sealed"], ["nobody-knows"]]) }
scalar Money @scopes(scopes: [["money"]])
enum Rank @authenticated { LOW HIGH }
`;

const otherSdl = `${link('"@key" "@shareable" "@external" "@requires" {name: "@requiresScopes", as: "@scopes"}')}
type Person @key(fields: "id") {
  id: ID!
  phone: String! @external
  both: String @shareable @scopes(scopes: [["right"]])
  call: String @requires(fields: "phone") @scopes(scopes: [["contact:read", "phone"], ["admin"]])
}
`;

/** Two services that protect fields, types, scalars and enums, with one of the directives under another name. */
export function accessServices(): { name: string; url: string; typeDefs: ReturnType<typeof parse> }[] {
  return [
    { name: 'staff', url: 'http://staff.subgraph', typeDefs: parse(staffSdl) },
    { name: 'other', url: 'http://other.subgraph', typeDefs: parse(otherSdl) },
  ];
}

/** Their supergraph. */
export const accessSupergraph: string = compose();

/** The index of that supergraph. */
export const accessIndex: SupergraphIndex = indexSupergraph(accessSupergraph);

function compose(): string {
  const { supergraphSdl, errors } = composeServices(accessServices());
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

const ada = { __typename: 'Person', id: '1', name: 'Ada', email: 'ada@union.test', phone: '1', salary: 3, both: 'b' };
const resolvers = {
  Query: { me: () => ada, people: () => [ada], things: () => [ada], audit: () => 'log' },
  Mutation: { seal: () => 'sealed', rename: () => ada },
};
const personOfOther = {
  __resolveReference: (reference: object) => ({ ...ada, ...reference }),
  call: ({ phone }: { phone?: string }) => `call ${phone}`,
};

/** The two services running in this process; each tells what it is asked. */
export function accessSubgraphs(onQuery: (query: string) => void = () => undefined): GatewayOptions['subgraphs'] {
  return Object.fromEntries(
    accessServices().map(({ name, typeDefs }) => {
      const own = name === 'staff' ? resolvers : { Person: personOfOther };
      const schema = buildSubgraphSchema([{ typeDefs, resolvers: own }]);
      const execute = (request: SubgraphRequest): ReturnType<typeof executeOn> => {
        onQuery(request.query);
        return executeOn(schema, request);
      };
      return [name, { kind: 'local', executor: { execute } }];
    }),
  );
}
