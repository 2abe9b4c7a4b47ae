/*
 * Search over people, groups and posts: what can be found, in which order, and why. Nothing here is stored. Owner:
 * membership; what may be found by whom is the policy's to say.
 */
import type { PageRequest } from '@guildhall/kernel';

/** What can be found, in the order in which equals are listed. */
export const searchKinds = ['PERSON', 'GROUP', 'POST'] as const;

/** One kind of thing that can be found. */
export type SearchKind = (typeof searchKinds)[number];

/**
 * How well something fits, best first. The order of hits is this, then the kind, then: by name for people and groups,
 * the newest first for posts, and the most alike first for names that only resemble what was typed.
 */
export const searchRanks = ['EXACT_NAME', 'NAME_BEGINS', 'NAME', 'WORDS', 'SIMILAR_NAME'] as const;

/** How well one hit fits. */
export type SearchRank = (typeof searchRanks)[number];

/** Where what was typed can stand. */
export const searchMatches = ['NAME', 'INTERESTS', 'SKILLS', 'BIO', 'PURPOSE', 'BODY'] as const;

/** Where in a hit something that was typed stands. */
export type SearchMatch = (typeof searchMatches)[number];

/** One thing found: `key` and `id` place it among the hits of its rank and kind; `texts` are the parts that matched, as the viewer may read them. */
export type SearchHit = {
  readonly kind: SearchKind;
  readonly rank: SearchRank;
  readonly key: string;
  readonly id: string;
  readonly texts: readonly { readonly match: SearchMatch; readonly text: string }[];
};

/** From where a list of one kind goes on: hits of `rank` after the key and id, if given, and of every rank behind it. */
export type Place = { readonly rank: number; readonly key: string | undefined; readonly id: string | undefined };

/** The shortest text that is searched for, in characters; one Chinese character is enough. */
export const searchTextMin = 2;

/** The longest text that is searched for, in characters. */
export const searchTextMax = 100;

/** Whether a text is worth searching for: a single Latin letter begins every second name. */
export function isSearchable(text: string): boolean {
  const letters = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''));
  return letters.length >= searchTextMin || letters.some((letter) => /\p{Script=Han}/u.test(letter));
}

/** Where the hits of a kind go on after the cursor of a page that mixes kinds. */
export function placeOf(kind: SearchKind, after: PageRequest['after']): Place {
  if (after === undefined) return { rank: 0, key: undefined, id: undefined };
  const [rank, kindThen] = [Number(after[0]), Number(after[1])];
  const own = searchKinds.indexOf(kind);
  if (own < kindThen) return { rank: rank + 1, key: undefined, id: undefined };
  return own > kindThen ? { rank, key: undefined, id: undefined } : { rank, key: after[2], id: after[3] };
}

/** The cursor of a hit. */
export function cursorOf({ kind, rank, key, id }: SearchHit): readonly string[] {
  return [String(searchRanks.indexOf(rank)), String(searchKinds.indexOf(kind)), key, id];
}

/** One list of hits of several kinds, each in order already. */
export function mergeHits(lists: readonly (readonly SearchHit[])[]): readonly SearchHit[] {
  const place = ({ rank, kind }: SearchHit): number =>
    searchRanks.indexOf(rank) * searchKinds.length + searchKinds.indexOf(kind);
  return lists.flat().toSorted((one, other) => place(one) - place(other));
}

/** A hit with the text that it was found by. */
export type TypedHit = SearchHit & { readonly typed: string };
