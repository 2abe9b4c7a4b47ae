/** The parts of the list of raised issues: what waits for an answer, and what is answered. */
export const raisedParts = ['open', 'answered'] as const;

/** One part of the list. */
export type RaisedPart = (typeof raisedParts)[number];

/** What the address of the list says; left out for what waits. */
export type RaisedSearch = { readonly show?: 'answered' };

/** Reads the part of the list from the address; anything else is what waits. */
export function readRaisedSearch({ show }: Readonly<Record<string, unknown>>): RaisedSearch {
  return show === 'answered' ? { show } : {};
}
