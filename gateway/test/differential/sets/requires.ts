import type { GraphSet } from '../graph-set.js';

/** Fields computed from those of other services: plain, nested, chained, with arguments, and with arguments that conflict. */
export const requires: GraphSet = {
  name: 'requires',
  services: {
    goods: `
      type Query { goods: [Good!]!  good(id: ID!): Good }
      type Good @key(fields: "id") {
        id: ID!  weight(unit: Unit = GRAM): Float!  price(currency: String = "EUR"): Float  size: Size  parts(first: Int!): [Part!]!
        label(locale: String! = "en", tags: [String!]): String  twin: Good  legacyId: String  note: String
      }
      enum Unit { GRAM POUND }
      type Size @shareable { width: Int!  height: Int  name: String }
      type Part @key(fields: "id") { id: ID!  title: String  cost(currency: String): Int! }
    `,
    shipping: `
      type Query { parcels: [Good] }
      type Good @key(fields: "id") {
        id: ID!
        weight(unit: Unit = GRAM): Float! @external  price(currency: String = "EUR"): Float @external  size: Size @external
        parts(first: Int!): [Part!]! @external  label(locale: String! = "en", tags: [String!]): String @external
        note: String @external
        fee: Float! @requires(fields: "weight price")
        feeInPounds: String @requires(fields: "weight(unit: POUND)")
        feeInDollars: String @requires(fields: "price(currency: \\"USD\\")")
        feeInEuros(rounded: Boolean! = true): String! @requires(fields: "price(currency: \\"EUR\\") size { width }")
        box: String @requires(fields: "size { width height }")
        packing: [String!] @requires(fields: "parts(first: 2) { id title }")
        packingInFrancs: String @requires(fields: "parts(first: 3) { id cost(currency: \\"CHF\\") }")
        sticker: String @requires(fields: "label(tags: [\\"a\\", \\"b\\"]) note")
      }
      enum Unit { GRAM POUND }
      type Size @shareable { width: Int!  height: Int }
      type Part @key(fields: "id") { id: ID!  title: String @external  cost(currency: String): Int! @external  slot: Int }
    `,
    customs: `
      type Query { declared: Good }
      type Good @key(fields: "id") {
        id: ID!  fee: Float! @external  box: String @external  note: String @external
        duty: Int @requires(fields: "fee box")
        papers(copies: Int): [String]! @requires(fields: "box note")
        remarks: String
      }
    `,
    audit: `
      type Query { audited: [Good]! }
      type Good @key(fields: "id") {
        id: ID!  duty: Int @external  papers(copies: Int): [String]! @external
        verdict: String @requires(fields: "duty papers(copies: 3)")
        second: String! @requires(fields: "papers(copies: 1)")
      }
    `,
  },
};
