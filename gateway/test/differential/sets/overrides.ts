import type { GraphSet } from '../graph-set.js';

/** Fields that move from one service to another: at once, or as a label says for each request. */
export const overrides: GraphSet = {
  name: 'overrides',
  services: {
    monolith: `
      type Query { users: [User!]!  user: User  count: Int  health: String }
      type User @key(fields: "id") {
        id: ID!  name: String!  email: String  avatar(size: Int = 32): String  orders: [Order!]!  plan: Plan
        points: Int! @shareable
      }
      type Order @key(fields: "id") { id: ID!  total(currency: String): Float!  lines: [String!]!  buyer: User }
      type Plan @shareable { name: String! price: Int }
    `,
    accounts: `
      type Query { accounts: [User]  count: Int @override(from: "monolith", label: "new-count") }
      type User @key(fields: "id") {
        id: ID!  email: String @override(from: "monolith")  avatar(size: Int = 32): String @override(from: "monolith", label: "new-avatar")
        plan: Plan @override(from: "monolith", label: "new-plan")
        points: Int! @shareable
      }
      type Plan @shareable { name: String! price: Int }
    `,
    orders: `
      type Query { order: Order! }
      type User @key(fields: "id") { id: ID!  orders: [Order!]! @override(from: "monolith", label: "new-orders") }
      type Order @key(fields: "id") {
        id: ID!  total(currency: String): Float! @override(from: "monolith")  lines: [String!]! @override(from: "monolith")
        buyer: User @override(from: "monolith", label: "new-buyer")  paid: Boolean!
      }
    `,
    delivery: `
      type Query { deliveries: [Order!] }
      type Order @key(fields: "id") {
        id: ID!  total(currency: String): Float! @external  lines: [String!]! @external
        cost: String @requires(fields: "total(currency: \\"EUR\\") lines")
      }
    `,
  },
};
