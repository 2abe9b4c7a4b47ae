import {
  findProduct,
  findReview,
  findUser,
  reviewsBy,
  reviewsOf,
  shippingEstimate,
  topProducts,
  users,
  type Product,
  type Review,
} from './shop-data.js';
import type { ServiceName } from './shop-sdl.js';

// A resolver takes whatever the schema passes it; the schema is what makes these parameter types true.
type Resolver<Source, Args = object> = (source: Source, args: Args) => unknown;

type UserKey = { readonly id: string };
type ProductKey = { readonly upc: string };

const Query = {
  me: () => users[0],
  user: ((_root, { id }) => findUser(id)) satisfies Resolver<unknown, UserKey>,
  users: () => users,
};
const ProductQuery = {
  topProducts: ((_root, { first, below }) => topProducts(first, below)) satisfies Resolver<
    unknown,
    { first: number; below?: number }
  >,
};
const Review = {
  author: (({ authorId }) => findUser(authorId)) satisfies Resolver<Review>,
  product: (({ upc }) => findProduct(upc)) satisfies Resolver<Review>,
};
const UserReviews = {
  reviews: (({ id }) => reviewsBy(id)) satisfies Resolver<UserKey>,
  numberOfReviews: (({ id }) => reviewsBy(id).length) satisfies Resolver<UserKey>,
};
const ProductReviews = { reviews: (({ upc }) => reviewsOf(upc)) satisfies Resolver<ProductKey> };
const Shipping = {
  shippingEstimate: (({ price, weight }) => shippingEstimate(price, weight)) satisfies Resolver<Product>,
};

/** What each service answers with, entities included. */
export const subgraphResolvers = {
  accounts: { Query, User: { __resolveReference: ({ id }: UserKey) => findUser(id) } },
  products: { Query: ProductQuery, Product: { __resolveReference: ({ upc }: ProductKey) => findProduct(upc) } },
  inventory: {
    Product: {
      __resolveReference: (product: Product) => ({ ...product, inStock: findProduct(product.upc)?.inStock }),
      ...Shipping,
    },
  },
  reviews: {
    Review: { __resolveReference: ({ id }: UserKey) => findReview(id), ...Review },
    User: { __resolveReference: (user: UserKey) => user, ...UserReviews },
    Product: { __resolveReference: (product: ProductKey) => product, ...ProductReviews },
  },
} satisfies Record<ServiceName, object>;

/** What the graph without services answers with. */
export const monolithResolvers = {
  Query: { ...Query, ...ProductQuery },
  User: UserReviews,
  Product: { ...ProductReviews, ...Shipping },
  Review,
};
