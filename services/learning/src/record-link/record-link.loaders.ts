import DataLoader from 'dataloader';
import type { ChosenItem, RecordLink } from './record-link.js';
import { readLinkItems, type SharedItemSources } from './shared-items.reader.js';
import type { SharedItem } from './shared-item.js';

/** Loads what links that were read already show today. */
export function createLinkItemsLoader(sources: SharedItemSources) {
  return new DataLoader<RecordLink, readonly SharedItem[]>(async (links) => {
    const found = await readLinkItems(sources, links);
    return links.map(({ id }) => found.get(id) ?? []);
  });
}

/** Loads what was chosen for links that were read already. */
export function createChosenLoader({ recordLinks }: SharedItemSources) {
  return new DataLoader<RecordLink, readonly ChosenItem[]>(async (links) => {
    const found = await recordLinks.listItems(links.map(({ id }) => id));
    return links.map(({ id }) => found.get(id) ?? []);
  });
}

/** Loads when links that were read already were opened. */
export function createViewsLoader({ recordLinks }: SharedItemSources) {
  return new DataLoader<RecordLink, readonly Date[]>(async (links) => {
    const found = await recordLinks.listViews(links.map(({ id }) => id));
    return links.map(({ id }) => found.get(id) ?? []);
  });
}
