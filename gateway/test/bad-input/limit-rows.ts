import type { BadInput } from './bad-input.js';

const limit = { status: 400, code: 'OPERATION_LIMIT_EXCEEDED' };
const asking = (query: string) => () => ({ query });
const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Operations that ask too much, under the usual limits. */
export const limitRows: readonly BadInput[] = [
  {
    kind: 'A body larger than `GUILDHALL_LIMIT_BODY_BYTES`',
    ...limit,
    status: 413,
    request: () => ({ query: '{ audit }', variables: { a: 'a'.repeat(1_100_000) } }),
  },
  {
    kind: 'More tokens than `GUILDHALL_LIMIT_TOKENS`',
    ...limit,
    request: asking(`{ me { ${many(10_000, () => 'id')} } }`),
  },
  {
    kind: 'Brackets nested more than 100 deep',
    ...limit,
    request: asking(`{ me ${'{ friend '.repeat(101)}${'}'.repeat(102)}`),
  },
  {
    kind: 'Fields deeper than `GUILDHALL_LIMIT_DEPTH`',
    ...limit,
    request: asking(`{ me { ${'friend { '.repeat(15)}id${' }'.repeat(15)} } }`),
  },
  {
    kind: 'More fields at the top than `GUILDHALL_LIMIT_ROOT_FIELDS`',
    ...limit,
    request: asking(`{ ${many(51, (index) => `f${index}: audit`)} }`),
  },
  {
    kind: 'More aliases than `GUILDHALL_LIMIT_ALIASES`',
    ...limit,
    request: asking(`{ me { ${many(101, (index) => `f${index}: id`)} } }`),
  },
  {
    kind: 'More directives than `GUILDHALL_LIMIT_DIRECTIVES`',
    ...limit,
    request: asking(`{ me { ${many(101, () => 'id @skip(if: false)')} } }`),
  },
  {
    kind: 'More directives on one field than `GUILDHALL_LIMIT_DIRECTIVES_PER_FIELD`',
    ...limit,
    request: asking(`{ audit ${many(6, () => '@skip(if: false)')} }`),
  },
  {
    kind: 'More selections than `GUILDHALL_LIMIT_SELECTIONS` once fragments are written out',
    ...limit,
    request: asking(
      `{ me { ...F0 } } ${many(11, (index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`)} fragment F11 on Person { id }`,
    ),
  },
  { kind: 'A page longer than `GUILDHALL_LIMIT_PAGE_SIZE`', ...limit, request: asking('{ log(first: 101) { name } }') },
  {
    kind: 'Not exactly one slicing argument where `@listSize` asks for one',
    status: 400,
    code: 'BAD_USER_INPUT',
    request: asking('{ log(first: 1, last: 1) { name } }'),
  },
  {
    kind: 'An estimate above `GUILDHALL_LIMIT_COST`',
    status: 400,
    code: 'COST_LIMIT_EXCEEDED',
    request: asking('{ people { friends { friends { friends { friends { id } } } } } }'),
  },
  {
    kind: 'An estimate above `GUILDHALL_LIMIT_COST_PER_SERVICE` for one service',
    status: 200,
    code: 'COST_LIMIT_EXCEEDED',
    options: { limits: { costPerService: 5 } },
    request: asking('{ people { id } }'),
  },
];
