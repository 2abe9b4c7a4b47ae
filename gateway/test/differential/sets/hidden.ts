import type { GraphSet } from '../graph-set.js';

/** What clients may not see is still a key or an input among services, and a value of a hidden type or enum member shows as null. */
export const hidden: GraphSet = {
  name: 'hidden elements',
  services: {
    people: `
      extend schema @link(url: "https://guildhall.test/audit/v1.0", import: ["@audited"]) @composeDirective(name: "@audited")
      directive @audited(level: Int = 1) on FIELD_DEFINITION | OBJECT
      type Query { people: [Person!]!  person(id: ID!, secretly: Boolean = true @inaccessible): Person  moods: [Mood]  agent: Agent @inaccessible  anyone: Anyone  actors: [Actor]  actor: Actor! }
      type Person implements Actor @key(fields: "id") @key(fields: "serial") @audited(level: 3) {
        id: ID!  serial: Int! @inaccessible  name: String! @tag(name: "public")  salary: Int @inaccessible  mood: Mood  handler: Agent @inaccessible
        boss: Person @audited  title(style: Style): String
      }
      enum Mood { CALM STORMY HIDDEN @inaccessible }
      input Style { short: Boolean = false  secret: String = "s" @inaccessible  kind: Kind! = FORMAL }
      enum Kind { FORMAL CASUAL }
      interface Actor { id: ID!  name: String! }
      union Anyone = Person | Agent | Robot
      type Agent implements Actor @key(fields: "id") @inaccessible { id: ID!  name: String!  code: String! }
      type Robot implements Actor @key(fields: "id") { id: ID!  name: String!  owner: Person }
    `,
    pay: `
      type Query { payroll: [Person] @tag(name: "internal")  total: Int! }
      type Person @key(fields: "serial") {
        serial: Int! @inaccessible  salary: Int @external  bonus: Int @requires(fields: "salary")  tax: Float!  moodAtWork: Mood  moods: [Mood!]
      }
      enum Mood { CALM STORMY HIDDEN @inaccessible }
      type Robot @key(fields: "id") { id: ID!  hours: Int  wage: Int @inaccessible }
    `,
    trees: `
      type Query { robots: [Robot!] }
      type Robot @key(fields: "id") { id: ID!  wage: Int @external  cost: String @requires(fields: "wage")  friends: [Anyone]  best: Anyone }
      union Anyone = Person | Robot
      type Person @key(fields: "id", resolvable: false) { id: ID! }
    `,
  },
};
