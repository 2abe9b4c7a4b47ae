import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Resource, ResourceId } from './resource.js';
import { excerptOf, toPieces, type Search, type TextPiece } from './search.js';

/** What a search found in one resource. */
export type ResourceHighlight = { readonly title: readonly TextPiece[]; readonly excerpt: readonly TextPiece[] };

/** One place in a list of resources, with the search that found it. */
export type FoundResource = { readonly resource: Resource; readonly search: Search };

/** Resources by id; nothing for the hidden. */
export function createResourceLoader(
  actor: Actor,
  resources: Repositories['resources'],
): DataLoader<ResourceId, Resource | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await resources.listVisible(actor, ids)).map((resource) => [resource.id, resource]));
    return ids.map((id) => byId.get(id));
  });
}

/** The ten published resources nearest to each, nearest first: two statements for all of them. */
export function createRelatedLoader(
  actor: Actor,
  resources: Repositories['resources'],
): DataLoader<ResourceId, readonly Resource[]> {
  return new DataLoader(async (ids) => {
    const related = await resources.listRelated(actor, ids, 10);
    const near = await resources.listVisible(actor, [...new Set(related.map(({ id }) => id))]);
    const byId = new Map(near.map((resource) => [resource.id, resource]));
    const places = Map.groupBy(related, ({ of }) => of);
    return ids.map((id) => (places.get(id) ?? []).flatMap((place) => byId.get(place.id) ?? []));
  });
}

/** Highlights of found resources: one statement for all places of one search. */
export function createHighlightLoader(
  actor: Actor,
  resources: Repositories['resources'],
): DataLoader<FoundResource, ResourceHighlight | undefined> {
  return new DataLoader(async (found) => {
    const bySearch = [...Map.groupBy(found, ({ search }) => search)];
    const lists = await Promise.all(
      bySearch.map(([search, places]) => highlight(actor, resources, { search, places })),
    );
    const highlights = new Map(lists.flat());
    return found.map((place) => highlights.get(place));
  });
}

async function highlight(
  actor: Actor,
  resources: Repositories['resources'],
  { search, places }: { readonly search: Search; readonly places: readonly FoundResource[] },
): Promise<readonly (readonly [FoundResource, ResourceHighlight])[]> {
  const marked = await resources.listMarked(
    actor,
    places.map(({ resource }) => resource.id),
    search,
  );
  const byId = new Map(marked.map((text) => [text.id, text]));
  return places.flatMap((place) => {
    const texts = byId.get(place.resource.id);
    if (texts === undefined) return [];
    return [
      [place, { title: toPieces(texts.title, search), excerpt: excerptOf(toPieces(texts.text, search)) }] as const,
    ];
  });
}
