import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { HelpFacts, HelpRequest, HelpRequestId } from './help-request.js';

/** Requests by id; nothing for the hidden. */
export function createHelpRequestLoader(
  actor: Actor,
  now: Date,
  requests: Repositories['helpRequests'],
): DataLoader<HelpRequestId, HelpRequest | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await requests.listVisible(actor, ids, now)).map((request) => [request.id, request]));
    return ids.map((id) => byId.get(id));
  });
}

/** Who helps with requests that were loaded already, and what the viewer offered there. */
export function createHelpFactsLoader(
  actor: Actor,
  requests: Repositories['helpRequests'],
): DataLoader<HelpRequest, HelpFacts, HelpRequestId> {
  return new DataLoader((list) => requests.listFacts(actor, list), { cacheKeyFn: ({ id }) => id });
}
