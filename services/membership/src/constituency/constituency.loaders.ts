import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Constituency, ConstituencyId } from './constituency.js';

/** Constituencies by id; nothing for courses that nobody studies. */
export function createConstituencyLoader(
  actor: Actor,
  constituencies: Repositories['constituencies'],
): DataLoader<ConstituencyId, Constituency | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await constituencies.listById(actor, ids)).map((found) => [found.id, found]));
    return ids.map((id) => byId.get(id));
  });
}
