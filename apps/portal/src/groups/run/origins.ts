import type { MandateOrigin } from '../../generated/graphql.js';

/** The ways to an office. */
export const origins: readonly MandateOrigin[] = ['BY_ELECTION', 'APPOINTED'];

/** The way that a text names; by appointment when it names none. */
export function asOrigin(text: string): MandateOrigin {
  return origins.find((origin) => origin === text) ?? 'APPOINTED';
}
