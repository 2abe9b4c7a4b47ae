/** A UUID that identifies one kind of thing; ids of different kinds cannot be mixed up at compile time. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** Makes ids. It is injected so that every decision is repeatable in a test. */
export interface IdSource {
  /** A UUIDv7: sorts by time of making; for ordinary rows. */
  ordered<Kind extends string>(): Id<Kind>;
  /** A UUIDv4 with 122 random bits: tells nothing of order or time; for cases, referrals, ballots, receipts. */
  random<Kind extends string>(): Id<Kind>;
}

/** Where random bytes come from: `crypto.getRandomValues` in production, a seeded generator in tests and demo data. */
export type RandomBytes = (count: number) => Uint8Array;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Builds an {@link IdSource} from a clock and a source of randomness. */
export function createIdSource(nowMs: () => number, randomBytes: RandomBytes): IdSource {
  return {
    ordered: <Kind extends string>() => uuidv7(nowMs(), randomBytes) as Id<Kind>,
    random: <Kind extends string>() => uuidv4(randomBytes) as Id<Kind>,
  };
}

/** Reads text from outside as an id, or returns nothing when it is not a lower-case UUID. */
export function parseId<Kind extends string>(text: string): Id<Kind> | undefined {
  return uuidPattern.test(text) ? (text as Id<Kind>) : undefined;
}

/** An id that nothing has: what text from outside that is not a UUID is read as, so that it is simply not found. */
const nilId = '00000000-0000-0000-0000-000000000000';

/** Reads text from outside as an id; text that is not a UUID becomes an id that nothing has. */
export function toId<Kind extends string>(text: string): Id<Kind> {
  return parseId<Kind>(text.toLowerCase()) ?? (nilId as Id<Kind>);
}

/** A version 7 UUID (RFC 9562, section 5.7): 48 bits of Unix milliseconds, 74 random bits. */
export function uuidv7(nowMs: number, randomBytes: RandomBytes): string {
  const bytes = Uint8Array.from(randomBytes(16));
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  return formatUuid(bytes, 7);
}

/** A version 4 UUID (RFC 9562, section 5.4): 122 random bits. */
export function uuidv4(randomBytes: RandomBytes): string {
  return formatUuid(Uint8Array.from(randomBytes(16)), 4);
}

function formatUuid(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
