import type { GraphSet } from '../graph-set.js';

/** Fields that a service may answer on some paths only, fields that several services share, and value types. */
export const provides: GraphSet = {
  name: 'provides and sharing',
  services: {
    books: `
      type Query { books: [Book!]!  newest: Book @provides(fields: "rating")  motto: String @shareable  hall: Hall @shareable }
      type Book @key(fields: "id") {
        id: ID!  title(short: Boolean = false): String @shareable  author: Author @provides(fields: "name born { year }")
        rating: Float @external  cover: Image! @shareable  pages: Int!
      }
      type Author @key(fields: "id") { id: ID!  name: String! @external  born: Day @external }
      type Day @shareable { year: Int! month: Int }
      type Image @shareable { url: String!  size(scale: Float! = 1.5): [Int!]! }
      type Hall @shareable { name: String!  seats: Int }
    `,
    people: `
      type Query { authors: [Author]!  motto: String @shareable  hall: Hall @shareable }
      type Author @key(fields: "id") { id: ID!  name: String! @shareable  born: Day @shareable  friend: Author  works: [Book!]!  portrait: Image }
      type Book @key(fields: "id") { id: ID!  title(short: Boolean = false): String @shareable }
      type Day @shareable { year: Int! month: Int }
      type Image @shareable { url: String!  size(scale: Float! = 1.5): [Int!]! }
      type Hall @shareable { name: String!  seats: Int }
    `,
    reviews: `
      type Query { reviews: [Review!]  latest: [Review] @provides(fields: "book { cover { url } }")  motto: String @shareable }
      type Review @key(fields: "id") { id: ID!  text: String  book: Book!  stars: Int! }
      type Book @key(fields: "id") { id: ID!  rating: Float @shareable  reviews: [Review!]!  cover: Image! @external }
      type Image @shareable { url: String!  size(scale: Float! = 1.5): [Int!]! }
    `,
  },
};
