import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { MemberId } from './member.js';
import type { Repositories } from '../deps.js';

/** Loads members by id for one request: one database call per request level, nothing for the hidden. */
export function createMemberLoader(actor: Actor, members: Repositories['members']) {
  return new DataLoader(async (ids: readonly MemberId[]) => {
    const rows = await members.listVisible(actor, ids);
    const byId = new Map(rows.map((row) => [row.member.id, row]));
    return ids.map((id) => byId.get(id));
  });
}
