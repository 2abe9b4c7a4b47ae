import type { GraphSet } from '../graph-set.js';

/** Every kind of argument with and without defaults, custom scalars, and mutations of several services whose order shows. */
export const inputs: GraphSet = {
  name: 'inputs and mutations',
  services: {
    shop: `
      scalar JSON
      scalar Instant
      type Query { echo(int: Int, float: Float = 1.25, text: String! = "d", flag: Boolean, id: ID): String!  search(filter: Filter!, order: [Order!] = [UP]): [Thing!]!  raw(value: JSON): JSON }
      enum Order { UP DOWN }
      input Filter { text: String = "all"  limit: Int! = 10  ids: [ID!]  not: Filter  orders: [[Order!]!]  raw: JSON }
      type Thing @key(fields: "id") { id: ID!  name(at: Instant, locale: Locale = { code: "en" }): String!  tags(first: Int! = 3): [String]  raw: JSON  since: Instant }
      input Locale { code: String!  region: String = "GB" }
      type Mutation { add(input: AddInput!): Thing!  remove(id: ID!): Thing  clear: Int }
      input AddInput { name: String!  tags: [String!]! = []  locale: Locale }
    `,
    audit: `
      scalar JSON
      type Query { log(since: [Int]): [Entry!]! }
      type Entry { id: ID!  thing: Thing  weight: Int }
      enum Order { UP DOWN }
      input Filter { text: String = "all"  limit: Int! = 10  ids: [ID!]  not: Filter  orders: [[Order!]!]  raw: JSON }
      type Thing @key(fields: "id") { id: ID!  history(filter: Filter, order: Order! = DOWN): [Entry!]  note(raw: JSON = 7): JSON  score(by: [Int!]! = [1, 2]): Float! }
      type Mutation { record(text: String = "r"): Entry!  purge(filter: Filter): [Thing]  sign(times: Int!): Int! }
    `,
    tools: `
      type Query { tool: Thing }
      type Thing @key(fields: "id") { id: ID!  tool(level: Int): String }
      type Mutation { mend(id: ID!): Thing  stamp: String }
    `,
  },
};
