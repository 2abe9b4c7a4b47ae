import { expect, test } from '@jest/globals';
import { createInProcessGraph } from './in-process-graph.js';

type Product = { id: string; price?: number; weight?: number; fee?: number; box?: string; parts?: { name: string }[] };

const ids = ['p1', 'p2'];
const rates = new Map([
  ['EUR', 10],
  ['USD', 11],
  ['GBP', 9],
]);

/** catalog has the facts, shipping computes from them, customs computes from shipping. */
const graph = createInProcessGraph({
  catalog: {
    sdl: `type Query { products: [Product!]! }
      type Product @key(fields: "id") {
        id: ID! weight: Int price(currency: String! = "EUR"): Int parts(first: Int): [Part!]
      }
      type Part @shareable { name: String }`,
    resolvers: {
      Query: { products: () => ids.map((id) => ({ id })) },
      Product: {
        weight: ({ id }: Product) => (id === 'p1' ? 5 : null),
        price: (_product: Product, { currency }: { currency: string }) => rates.get(currency),
        parts: (_product: Product, { first }: { first: number }) =>
          ['a', 'b', 'c'].slice(0, first).map((name) => ({ name })),
      },
    },
  },
  shipping: {
    sdl: `type Query { parcels: [Product!]! }
      type Part @shareable { name: String }
      type Product @key(fields: "id") {
        id: ID! weight: Int @external price(currency: String! = "EUR"): Int @external parts(first: Int): [Part!] @external
        box: String @requires(fields: "weight")
        fee: Int @requires(fields: "price")
        dollars: String @requires(fields: "price(currency: \\"USD\\")")
        pounds: String @requires(fields: "price(currency: \\"GBP\\") weight")
        few: String @requires(fields: "parts(first: 1) { name }")
        many: String @requires(fields: "parts(first: 3) { name }")
      }`,
    resolvers: {
      Query: { parcels: () => ids.map((id) => ({ id })) },
      Product: {
        box: ({ weight }: Product) => `box for ${weight}`,
        fee: ({ price }: Product) => price,
        dollars: ({ price }: Product) => `$${price}`,
        pounds: ({ price, weight }: Product) => `£${price} ${weight}`,
        few: ({ parts }: Product) => parts?.map(({ name }) => name).join(),
        many: ({ parts }: Product) => parts?.map(({ name }) => name).join(),
      },
    },
  },
  customs: {
    sdl: `type Product @key(fields: "id") {
        id: ID! fee: Int @external box: String @external
        duty: String @requires(fields: "fee box")
      }`,
    resolvers: { Product: { duty: ({ fee, box }: Product) => `${fee} for ${box}` } },
  },
});

test('the same input with different arguments reaches each field as it asked for it', async () => {
  const { data, errors } = await graph.ask('{ products { dollars pounds fee few many } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    products: [
      { dollars: '$11', pounds: '£9 5', fee: 10, few: 'a', many: 'a,b,c' },
      { dollars: '$11', pounds: '£9 null', fee: 10, few: 'a', many: 'a,b,c' },
    ],
  });
});

test('a client that asks for an input with arguments of its own gets its own, and changes nobody else’s', async () => {
  const query = '{ products { price(currency: "GBP") parts(first: 2) { name } dollars many } }';
  const { data } = await graph.ask(query);
  expect(data?.['products']).toEqual(
    ids.map(() => ({ price: 9, parts: [{ name: 'a' }, { name: 'b' }], dollars: '$11', many: 'a,b,c' })),
  );
});

test('a field that requires fields which themselves require others waits for all of them', async () => {
  const { data, errors } = await graph.ask('{ products { duty } parcels { duty } }');
  expect(errors).toBeUndefined();
  const both = [{ duty: '10 for box for 5' }, { duty: '10 for box for null' }];
  expect(data).toEqual({ products: both, parcels: both });
});

test('entities that stand in many places are asked for once', async () => {
  graph.calls.length = 0;
  await graph.ask('{ products { box } again: products { box } }');
  const [call] = graph.calls.filter(({ service }) => service === 'shipping');
  expect(call?.variables).toEqual({
    representations: [
      { __typename: 'Product', id: 'p1', weight: 5 },
      { __typename: 'Product', id: 'p2', weight: null },
    ],
  });
  expect(graph.calls).toHaveLength(2);
});
