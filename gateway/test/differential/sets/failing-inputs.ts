import type { GraphSet } from '../graph-set.js';

/** Fields that fail although another service requires them. */
export const failingInputs: GraphSet = {
  name: 'failing inputs',
  services: {
    parts: `
      type Query { parts: [Part!] }
      type Part @key(fields: "id") { id: ID!  weight: Int  size: Int!  colour: String }
    `,
    prices: `
      type Query { priced: Part }
      type Part @key(fields: "id") {
        id: ID!  weight: Int @external  size: Int! @external  colour: String @external
        freight: String @requires(fields: "weight")  storage: String @requires(fields: "size")  paint: String @requires(fields: "colour")
      }
    `,
  },
  faults: { 'Part.weight': 'refuses', 'Part.size': 'throws' },
};
