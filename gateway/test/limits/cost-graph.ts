import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type CostControl, createCostControl } from '../../src/limits/cost-control.js';
import { defaultOperationLimits, type OperationLimits } from '../../src/limits/operation-limits.js';
import { indexSupergraph } from '../../src/supergraph-index.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", {name: "@listSize", as: "@size"}])';

const shopSdl = `${link}
type Query {
  book: Book
  shelf: [Book!]!
  best: [Book!]! @size(assumedSize: 5)
  books(first: Int, last: Int): [Book!]! @size(slicingArguments: ["first", "last"])
  recent(first: Int = 7): [Book!]! @size(slicingArguments: ["first"])
  page(first: Int, after: String): BookPage! @size(slicingArguments: ["first"], sizedFields: ["edges", "items"], assumedSize: 30, requireOneSlicingArgument: false)
  found(search: Search!): [Book!]! @size(assumedSize: 4)
  plain(first: Int): Plain
  grid: [[Book!]!]!
  heavy: String @cost(weight: 12)
  stamp(mark: Mark, by: Int @cost(weight: 3)): String
  lot(of: [Search!]): Int
  pet: Pet
  things: [Thing!]!
  dear: Dear
}
type Mutation { buy(title: String!): Book }
type BookPage { edges: [BookEdge!]!  items: [Book!]!  total: Int! }
type Plain { edges: [BookEdge!]! }
type BookEdge { cursor: String!  node: Book! }
input Search { text: String @cost(weight: 2)  paging: Paging  inner: Search }
input Paging { limit: Int }
input Mark { name: String }
interface Pet { name: String  friend: Pet }
type Cat implements Pet { name: String  friend: Pet }
type Dog implements Pet { name: String @cost(weight: 4)  friend: Pet }
union Thing = Book | Dear
scalar Poem @cost(weight: 6)
enum Colour @cost(weight: 1) { RED }
type Dear @cost(weight: 20) { name: String }
type Book @key(fields: "id") { id: ID!  title: String  author: Author  poem: Poem  colour: Colour  similar: [Book!]! @size(assumedSize: 3) }
type Author { name: String }
`;
const stockSdl = `${link}
type Book @key(fields: "id") { id: ID!  copies: [Copy!]! @size(assumedSize: 2) }
type Copy { shelf: String }
`;

/** The supergraph of two services whose SDL uses every form of the directives, one of them under another name. */
export const costSupergraph: string = compose();

/** What operations on it cost, with limits as given and otherwise the usual. */
export function costControl(limits: Partial<OperationLimits> = {}): CostControl {
  return createCostControl(indexSupergraph(costSupergraph), { ...defaultOperationLimits, ...limits });
}

function compose(): string {
  const services = [
    { name: 'shop', url: 'http://shop.subgraph', typeDefs: parse(shopSdl) },
    { name: 'stock', url: 'http://stock.subgraph', typeDefs: parse(stockSdl) },
  ];
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
