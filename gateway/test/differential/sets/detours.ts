import type { GraphSet } from '../graph-set.js';

/** Keys that only refer, in services that must be entered again after another one gave what a field of theirs requires. */
export const detours: GraphSet = {
  name: 'detours',
  services: {
    orders: `
      type Query { orders: [Order!]!  order: Order }
      type Order @key(fields: "id") @key(fields: "code", resolvable: false) {
        id: ID!  code: String!  weight: Int @external  fee: Int @requires(fields: "weight")  sum: Float!
      }
    `,
    weights: `
      type Query { weighed: [Order] }
      type Order @key(fields: "code") { code: String! @shareable  weight: Int  scale: String }
    `,
    index: `
      type Query { indexed: Order! }
      type Order @key(fields: "id") @key(fields: "code") { id: ID!  code: String! }
    `,
  },
};
