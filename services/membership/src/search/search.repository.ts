import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { searchGroups } from './group-search.repository.js';
import { searchPeople } from './person-search.repository.js';
import { searchPosts } from './post-search.repository.js';
import { cursorOf, isSearchable, mergeHits, placeOf, type SearchHit, type SearchKind } from './search.js';
import { searchScope } from './search.policy.js';

/** Finds people, groups and posts. */
export type SearchRepository = ReturnType<typeof createSearchRepository>;

const finders = { PERSON: searchPeople, GROUP: searchGroups, POST: searchPosts } as const;

/** A repository over one connection or transaction. */
export function createSearchRepository(manager: EntityManager) {
  return {
    /** What fits a text, best first: one statement to understand it and one for each kind, however much there is. */
    async page(
      actor: Actor,
      { text, kinds }: { readonly text: string; readonly kinds: readonly SearchKind[] },
      { first, after }: PageRequest,
    ): Promise<Page<SearchHit>> {
      if (!isSearchable(text)) return toPage([], first, () => []);
      const scope = searchScope(actor);
      const [words]: readonly { asked: string; either: string }[] = await manager.query(
        "select search_query($1, ' & ')::text as asked, search_query($1, ' | ')::text as either",
        [text],
      );
      if (words === undefined) throw new Error('a query of one row has one');
      const lists: (readonly SearchHit[])[] = [];
      for (const kind of kinds)
        lists.push(
          await finders[kind](manager, scope, { text, ...words, place: placeOf(kind, after), limit: first + 1 }),
        );
      return toPage(mergeHits(lists), first, cursorOf);
    },
  };
}
