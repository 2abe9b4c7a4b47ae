/** What can be looked for; each has a tab. */
export const searchKinds = ['PERSON', 'GROUP', 'POST'] as const;

/** What is looked for; it lives in the URL. */
export type SearchPlace = { readonly q?: string; readonly kind?: (typeof searchKinds)[number] };

/** What a URL asks to look for; a kind that does not exist is left out. */
export function readSearch({ q, kind }: Readonly<Record<string, unknown>>): SearchPlace {
  const known = searchKinds.find((each) => each === kind);
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    ...(known === undefined ? {} : { kind: known }),
  };
}

/** Whether a text is worth asking for: two letters, or one Chinese character. */
export function isSearchable(text: string): boolean {
  const letters = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''));
  return letters.length > 1 || letters.some((letter) => /\p{Script=Han}/u.test(letter));
}
