/** An operation that is asked over and over. */
export type Shape = {
  readonly name: string;
  readonly query: string;
  /** Variables of the nth request; absent where there are none. */
  readonly variables?: (request: number) => Readonly<Record<string, unknown>>;
};

const listing = '{ upc name price inStock shippingEstimate reviews { id body author { id name } } }';

const heavy = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Heavy {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
        }
      }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }
`;

/** No product costs as much, so that a different bound in each request changes the request and never the answer. */
const aboveEveryPrice = 10_000_000;

/**
 * One fetch; three hops; three hops with another variable in each request, which defeats whatever remembers requests; and the known
 * benchmark's query of seven levels.
 */
export const shapes: readonly Shape[] = [
  { name: 'tiny', query: 'query Tiny { me { id name username } }' },
  { name: 'medium', query: `query Medium { topProducts(first: 5) ${listing} }` },
  {
    name: 'uniq',
    query: `query Uniq($below: Int!) { topProducts(first: 5, below: $below) ${listing} }`,
    variables: (request) => ({ below: aboveEveryPrice + request }),
  },
  { name: 'heavy', query: heavy },
];

/** The body of the nth request for a shape. */
export function requestBody({ query, variables }: Shape, request: number): string {
  return JSON.stringify({ query, variables: variables?.(request) });
}
