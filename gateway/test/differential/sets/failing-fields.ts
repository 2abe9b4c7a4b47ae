import type { GraphSet } from '../graph-set.js';

/** Fields that throw, refuse or answer null under every kind of promise, so that null has to rise through services, lists and fragments. */
export const failingFields: GraphSet = {
  name: 'failing fields',
  services: {
    west: `
      type Query { a: Node  nodes: [Node!]  strict: Node!  loose: [Node]  grid: [[Node!]!]  kinds: [Kind!]  brokenRoot: Int! }
      interface Kind { id: ID!  name: String! }
      type Node implements Kind @key(fields: "id") {
        id: ID!  name: String!  calm: Int  may: String  must: String!  refused: String  list: [Int!]  lists: [[String!]!]!  next: Node  need: Node!
        inner: Inner  innerMust: Inner!
      }
      type Leaf implements Kind @key(fields: "id") { id: ID!  name: String!  node: Node! }
      type Inner @shareable { value: Int  firm: Int! }
    `,
    east: `
      type Query { east: [Node!]!  leaf: Leaf  wild: Wild  brokenEast: String }
      union Wild = Node | Leaf
      type Node @key(fields: "id") { id: ID!  eastMay: String  eastMust: Int!  eastNext: Node  eastNeed: Node!  many: [Node!]!  few: [Node]!  wild: [Wild!]! }
      type Leaf @key(fields: "id") { id: ID!  tint(strength: Float = 0.5): String!  plain: Int! }
    `,
    south: `
      type Query { south: Node! }
      type Node @key(fields: "id") { id: ID!  southMust: String!  southRefused: Int!  southPath: [Leaf!]! }
      type Leaf @key(fields: "id") { id: ID!  southLeaf: String }
    `,
  },
  faults: {
    'Query.brokenRoot': 'throws',
    'Query.brokenEast': 'refuses',
    'Query.loose': 'throws',
    'Node.may': 'throws',
    'Node.must': 'throws',
    'Node.refused': 'refuses',
    'Node.need': 'is null',
    'Node.eastMay': 'throws',
    'Node.eastMust': 'is null',
    'Node.eastNeed': 'throws',
    'Node.few': 'is null',
    'Node.southMust': 'is null',
    'Node.southRefused': 'refuses',
    'Leaf.tint': 'refuses',
    'Leaf.southLeaf': 'throws',
    'Inner.firm': 'is null',
    'Inner.value': 'throws',
  },
};
