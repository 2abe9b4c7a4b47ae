import type { GraphSet } from '../graph-set.js';

/** Several keys, compound and nested ones, keys that only refer, and ways through a third service that is the only one to know both keys. */
export const keys: GraphSet = {
  name: 'keys',
  services: {
    catalogue: `
      type Query { product(id: ID!): Product  products: [Product!]!  first: Product! }
      type Product @key(fields: "id") @key(fields: "sku batch { id }") {
        id: ID!  sku: String! @shareable  batch: Batch! @shareable  name: String  legacyId: String
      }
      type Batch @key(fields: "id") { id: ID!  number: Int! }
      type Maker @key(fields: "id", resolvable: false) { id: ID! }
      extend type Product { maker: Maker  makers: [Maker]! }
    `,
    stock: `
      type Query { shelves: [Shelf]  batch: Batch }
      type Shelf @key(fields: "room { floor number } row") { room: Room!  row: Int!  products: [Product!]  grid: [[Product]!] }
      type Room @shareable { floor: Int!  number: String! }
      type Product @key(fields: "sku batch { id }") { sku: String! @shareable  batch: Batch! @shareable  inStock: Int!  shelf: Shelf }
      type Batch @key(fields: "id") { id: ID!  producedOn: String  products: [Product] }
    `,
    makers: `
      type Query { makers: [Maker!]  maker: Maker! }
      type Maker @key(fields: "id") @key(fields: "code") { id: ID!  code: String!  name: String!  best: Product  rival: Maker }
      type Product @key(fields: "id", resolvable: false) { id: ID! }
    `,
    codes: `
      type Query { registry: [Maker!]! }
      type Maker @key(fields: "code") { code: String!  country: String  founded: Int! }
    `,
    labels: `
      type Query { wall: [Shelf!]! }
      type Shelf @key(fields: "row room { number floor }") { row: Int!  room: Room!  label: String!  neighbour: Shelf }
      type Room @shareable { number: String!  floor: Int! }
    `,
  },
};
