/** A customer. */
export type User = { readonly id: string; readonly name: string; readonly username: string; readonly birthday: number };

/** Something sold; the price is in cents and the weight in grams. */
export type Product = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
};

/** What a customer wrote about a product. */
export type Review = { readonly id: string; readonly authorId: string; readonly upc: string; readonly body: string };

/** As many customers as the known benchmark has. */
export const users: readonly User[] = ['Ada', 'Omar', 'Dana', 'Mei', 'Noah', 'Lena'].map((name, index) => ({
  id: String(index + 1),
  name: `${name} Example`,
  username: name.toLowerCase(),
  birthday: 19_800_101 + index,
}));

const catalogue: readonly (readonly [name: string, price: number, weight: number, inStock: boolean])[] = [
  ['Table', 89_900, 100, true],
  ['Couch', 129_900, 1_000, false],
  ['Glass', 1_500, 20, false],
  ['Chair', 49_900, 100, false],
  ['Television', 129_900, 1_000, true],
  ['Lamp', 6_999, 300, true],
  ['Grill', 39_990, 2_000, false],
  ['Fridge', 1_000_000, 6_000, true],
  ['Sofa', 99_990, 800, true],
];

/** As many products as the known benchmark has. */
export const products: readonly Product[] = catalogue.map(([name, price, weight, inStock], index) => ({
  upc: String(index + 1),
  name,
  price,
  weight,
  inStock,
}));

const opinions = ['Love it!', 'Too expensive.', 'Could be better.', 'Prefer something else.', 'Wow what a comfort!'];

const written: readonly (readonly [authorId: number, upc: number])[] = [
  [1, 1],
  [1, 2],
  [2, 3],
  [2, 1],
  [3, 1],
  [3, 2],
  [4, 3],
  [4, 4],
  [5, 5],
  [6, 1],
  [6, 6],
];

/** As many reviews as the known benchmark has; each customer and most products have some. */
export const reviews: readonly Review[] = written.map(([authorId, upc], index) => ({
  id: String(index + 1),
  authorId: String(authorId),
  upc: String(upc),
  body: opinions[index % opinions.length] ?? '',
}));

const usersById = new Map(users.map((user) => [user.id, user]));
const productsByUpc = new Map(products.map((product) => [product.upc, product]));
const reviewsByAuthor = Map.groupBy(reviews, ({ authorId }) => authorId);
const reviewsByProduct = Map.groupBy(reviews, ({ upc }) => upc);

/** Finds a customer. */
export const findUser = (id: string): User | undefined => usersById.get(id);

/** Finds a product. */
export const findProduct = (upc: string): Product | undefined => productsByUpc.get(upc);

/** Finds a review. */
export const findReview = (id: string): Review | undefined => reviews[Number(id) - 1];

/** The reviews that a customer wrote, oldest first. */
export const reviewsBy = (userId: string): readonly Review[] => reviewsByAuthor.get(userId) ?? [];

/** The reviews of a product, oldest first. */
export const reviewsOf = (upc: string): readonly Review[] => reviewsByProduct.get(upc) ?? [];

/** The first products that cost less than `below` cents. */
export function topProducts(first: number, below = Infinity): readonly Product[] {
  return products.filter(({ price }) => price < below).slice(0, first);
}

/** Heavy goods travel at half a cent a gram; what costs more than 1,000 travels free. */
export const shippingEstimate = (price: number, weight: number): number => (price > 100_000 ? 0 : weight * 0.5);
