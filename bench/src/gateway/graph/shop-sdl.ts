const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.3"
  import: ["@key", "@external", "@requires", "@provides", "@shareable"]
)
`;

/** The four services of the benchmark graph, as the known gateways benchmark divides them. */
export const serviceNames = ['accounts', 'products', 'inventory', 'reviews'] as const;

/** One of the four services. */
export type ServiceName = (typeof serviceNames)[number];

/** The SDL of each service. */
export const subgraphSdl: Readonly<Record<ServiceName, string>> = {
  accounts: `${link}
    type Query { me: User  user(id: ID!): User  users: [User] }
    type User @key(fields: "id") { id: ID!  name: String  username: String @shareable  birthday: Int }
  `,
  products: `${link}
    type Query { topProducts(first: Int = 5, below: Int): [Product] }
    type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }
  `,
  inventory: `${link}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
  reviews: `${link}
    type Review @key(fields: "id") { id: ID!  body: String  product: Product  author: User @provides(fields: "username") }
    type User @key(fields: "id") { id: ID!  username: String @external  numberOfReviews: Int!  reviews: [Review] }
    type Product @key(fields: "upc") { upc: String!  reviews: [Review] }
  `,
};

/** The same graph as one schema without services. */
export const monolithSdl = `
  type Query {
    me: User
    user(id: ID!): User
    users: [User]
    topProducts(first: Int = 5, below: Int): [Product]
  }
  type User { id: ID!  name: String  username: String  birthday: Int  numberOfReviews: Int!  reviews: [Review] }
  type Product {
    upc: String!
    name: String
    price: Int
    weight: Int
    inStock: Boolean
    shippingEstimate: Int
    reviews: [Review]
  }
  type Review { id: ID!  body: String  product: Product  author: User }
`;
