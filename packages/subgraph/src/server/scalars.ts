import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Text in, a `Date` out; an offset is required, so that nobody's local time is guessed. */
function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' && instantPattern.test(value) ? new Date(value) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) throw refuse('DateTime', 'an RFC 3339 instant such as 2026-10-05T09:30:00Z');
  return instant;
}

function parseDay(value: unknown): string {
  const isDay = typeof value === 'string' && dayPattern.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
  if (!isDay) throw refuse('Date', 'a day such as 2026-10-05');
  return value;
}

function refuse(scalar: string, expected: string): GraphQLError {
  return new GraphQLError(`${scalar} must be ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function literal<T>(parse: (value: unknown) => T): (node: ValueNode) => T {
  return (node) => parse(node.kind === Kind.STRING ? node.value : undefined);
}

function isValidDay(value: unknown): value is string {
  return typeof value === 'string' && dayPattern.test(value);
}

/** The scalars of `shared.graphql`. */
export const scalarResolvers = {
  DateTime: new GraphQLScalarType<Date, string>({
    name: 'DateTime',
    serialize(value) {
      if (!(value instanceof Date)) throw new TypeError('DateTime fields hold Date values');
      return value.toISOString();
    },
    parseValue: parseInstant,
    parseLiteral: literal(parseInstant),
  }),
  Date: new GraphQLScalarType<string, string>({
    name: 'Date',
    serialize(value) {
      if (!isValidDay(value)) throw new TypeError('Date fields hold YYYY-MM-DD text');
      return value;
    },
    parseValue: (value) => {
      try {
        return parseDay(value);
      } catch (error) {
        throw error instanceof RangeError ? refuse('Date', 'a day that exists') : error;
      }
    },
    parseLiteral: literal(parseDay),
  }),
};
