import type { GraphSet } from '../graph-set.js';

/** Interfaces and unions spread over services that do not all know every member, interfaces of interfaces, and lists of lists of them. */
export const abstractTypes: GraphSet = {
  name: 'abstract types',
  services: {
    media: `
      type Query { items: [Item!]!  any: Any  named: Named!  walls: [[Item]!]  found(kind: Kind): [Any] }
      enum Kind { BOOK FILM }
      interface Node { id: ID! }
      interface Item implements Node { id: ID!  title: String  maker: Person  similar: [Item!]! }
      interface Named { name: String! }
      union Any = Book | Film | Person
      type Book implements Node & Item @key(fields: "id") { id: ID!  title: String  maker: Person  similar: [Item!]!  pages: Int!  size: Int }
      type Film implements Node & Item @key(fields: "id") { id: ID!  title: String  maker: Person  similar: [Item!]!  minutes: Int!  size: String }
      type Person implements Node & Named @key(fields: "id") { id: ID!  name: String!  favourite: Any }
      type Shop implements Named @shareable { name: String!  open: Boolean }
    `,
    shops: `
      type Query { shop: Shop!  sales: [Sale]  offers: [Offer!]! }
      interface Priced { price(currency: String): Int! }
      union Offer = Book | Game | Shop
      type Book implements Priced @key(fields: "id") { id: ID!  price(currency: String): Int!  isbn: String! }
      type Film implements Priced @key(fields: "id") { id: ID!  price(currency: String): Int!  rating: Rating }
      type Game implements Priced @key(fields: "id") { id: ID!  price(currency: String): Int!  players: [Int!] }
      type Sale { what: Priced!  all: [Priced]!  offer: Offer  note: String }
      type Shop @shareable { name: String!  open: Boolean }
      enum Rating { G PG }
    `,
    social: `
      type Query { feed: [Post!]!  thing: Thing }
      union Thing = Post | Person | Game
      interface Node { id: ID! }
      interface Authored { author: Person  about: [Thing!] }
      type Post implements Node & Authored @key(fields: "id") { id: ID!  author: Person  about: [Thing!]  text: String }
      type Person implements Node @key(fields: "id") { id: ID!  posts: [Post!]!  knows: [[Person!]] }
      type Game implements Authored @key(fields: "id") { id: ID!  author: Person  about: [Thing!]  fans: Int }
      type Book @key(fields: "id") { id: ID!  discussed: [Post!]  audience: Thing }
    `,
  },
};
