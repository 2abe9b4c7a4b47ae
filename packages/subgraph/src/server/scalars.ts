import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Text in, a `Date` out; an offset is required, so that nobody's local time is guessed. */
function parseInstant(value: unknown): Date {
  const [text, day] = typeof value === 'string' ? (instantPattern.exec(value) ?? []) : [];
  const instant = text === undefined || !isDay(day) ? undefined : new Date(text);
  if (instant === undefined || !isWritable(instant))
    throw refuse('DateTime', 'an RFC 3339 instant such as 2026-10-05T09:30:00Z');
  return instant;
}

function parseDay(value: unknown): string {
  if (!isDay(value)) throw refuse('Date', 'a day that exists, such as 2026-10-05');
  return value;
}

/** Whether it is a day of the calendar: `Date` reads 30 February as 2 March. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !dayPattern.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}

/** RFC 3339 writes years 0000 to 9999; an offset can lead out of them. */
function isWritable(instant: Date): boolean {
  const year = instant.getUTCFullYear();
  return year >= 0 && year <= 9999;
}

function refuse(scalar: string, expected: string): GraphQLError {
  return new GraphQLError(`${scalar} must be ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function literal<T>(parse: (value: unknown) => T): (node: ValueNode) => T {
  return (node) => parse(node.kind === Kind.STRING ? node.value : undefined);
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
      if (!isDay(value)) throw new TypeError('Date fields hold YYYY-MM-DD text');
      return value;
    },
    parseValue: parseDay,
    parseLiteral: literal(parseDay),
  }),
};
