import type { MandateOrigin } from './office.js';

/** How the schema names the ways to an office. */
type NamedOrigin = 'BY_ELECTION' | 'APPOINTED';

/** The way to an office that the schema names; by appointment when it names none. */
export function fromOrigin(origin: NamedOrigin | null | undefined): MandateOrigin {
  return origin === 'BY_ELECTION' ? 'ELECTION' : 'APPOINTMENT';
}

/** The name of a way to an office in the schema. */
export function toOrigin(conferredBy: MandateOrigin): NamedOrigin {
  return conferredBy === 'ELECTION' ? 'BY_ELECTION' : 'APPOINTED';
}
