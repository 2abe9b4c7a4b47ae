import type { GraphSet } from '../graph-set.js';

/**
 * Services of which one is taken away. Beside the key every field of an entity is of exactly one service, so that it is certain, whatever
 * the plan, which fields are lost.
 */
export const outages: GraphSet = {
  name: 'outages',
  services: {
    rooms: `
      type Query { room: Room  rooms: [Room!]  hall: Room!  sites: [Site]! }
      type Room implements Bookable @key(fields: "id") { id: ID!  name: String!  seats: Int  next: Room  nearby: [Room!]!  plan: Plan }
      type Plan { width: Int!  doors: [String] }
      interface Bookable { id: ID! }
      union Site = Room | Tent
      type Tent implements Bookable @key(fields: "id") { id: ID!  colour: String }
      type Mutation { paint(id: ID!): Room }
    `,
    bookings: `
      type Query { booking: Booking!  bookings: [Booking]  next: Bookable }
      interface Bookable { id: ID! }
      type Booking @key(fields: "id") { id: ID!  of: Bookable!  guests: [Guest]  rooms: [Room!]!  code: String! }
      type Room implements Bookable @key(fields: "id") { id: ID!  booked: [Booking!]  free: Boolean!  queue: Int }
      type Tent implements Bookable @key(fields: "id") { id: ID!  pitch: String! }
      type Guest @key(fields: "id", resolvable: false) { id: ID! }
      type Mutation { book(room: ID!): Booking! }
    `,
    guests: `
      type Query { guest: Guest  guests: [[Guest!]!] }
      type Guest @key(fields: "id") { id: ID!  name: String!  likes: [Room]  host: Guest!  notes: [Note!] }
      type Note { text: String  by: Guest }
      type Room @key(fields: "id") { id: ID!  seats: Int @external  name: String! @external  queue: Int @external  comfort: Float @requires(fields: "seats name")  wait: Int! @requires(fields: "queue") }
    `,
  },
};
