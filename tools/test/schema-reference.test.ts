import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { schemaReference } from '../schema-reference.mjs';

const sdl = `
  type Query { "A book, or null." book("Its id." id: ID!, size: Int = 3): Book }
  "Something to read | lend." type Book { "Its title." title: String! @deprecated(reason: "use name") }
  union Found = Book
  "Where it is." enum State { "Away." LENT }
`;

test('the reference tells of every type, field, argument and value what its author wrote', () => {
  const page = schemaReference(buildSchema(sdl));
  for (const text of [
    '| `book: Book` | A book, or null. |',
    '| `book(id: ID!)` | Its id. |',
    '| `book(size: Int = 3)` |  |',
    'Something to read | lend.',
    '| `title: String!` | Its title. **Deprecated:** use name |',
    'One of `Book`.',
    '| `LENT` | Away. |',
  ]) {
    expect(page).toContain(text);
  }
  expect(page.indexOf('## Queries')).toBeLessThan(page.indexOf('## Types'));
});
