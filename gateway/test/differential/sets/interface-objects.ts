import type { GraphSet } from '../graph-set.js';

/** Entity interfaces, and services that add fields to every implementation without knowing any. */
export const interfaceObjects: GraphSet = {
  name: 'interface objects',
  services: {
    library: `
      type Query { media: [Media!]!  medium(id: ID!): Media  book: Book }
      interface Media @key(fields: "id") { id: ID!  title: String!  length: Int  next: Media }
      type Book implements Media @key(fields: "id") { id: ID!  title: String!  length: Int  next: Media  pages: Int! }
      type Film implements Media @key(fields: "id") { id: ID!  title: String!  length: Int  next: Media  minutes: Int }
      type Song implements Media @key(fields: "id") { id: ID!  title: String!  length: Int  next: Media  tempo: Float }
    `,
    reviews: `
      type Query { reviewed: [Media!]!  top: Media  reviews: [Review!] }
      type Media @key(fields: "id") @interfaceObject { id: ID!  rating: Float  reviews(first: Int = 2): [Review!]!  related: [Media!] }
      type Review @key(fields: "id") { id: ID!  text: String  of: Media!  verdict: String! }
    `,
    labels: `
      type Query { labelled: Media }
      type Media @key(fields: "id") @interfaceObject {
        id: ID!  title: String! @external  rating: Float @external
        sticker: String @requires(fields: "title rating")  shelf: Shelf
      }
      type Shelf { row: Int!  holds: [Media!]! }
    `,
    films: `
      type Query { films: [Film!]! }
      type Film @key(fields: "id") { id: ID!  director: String  studio: Studio }
      type Studio @key(fields: "id") { id: ID!  name: String!  made: [Film!]! }
    `,
  },
};
