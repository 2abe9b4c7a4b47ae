import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Host, HostId } from '../host/host.js';
import type { Opportunity, OpportunityId } from './opportunity.js';

/** Hosts by id. */
export function createHostLoader(hosts: Repositories['hosts']): DataLoader<HostId, Host | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await hosts.list(ids)).map((host) => [host.id, host]));
    return ids.map((id) => byId.get(id));
  });
}

/** Opportunities by id; nothing for the hidden. */
export function createOpportunityLoader(
  actor: Actor,
  opportunities: Repositories['opportunities'],
): DataLoader<OpportunityId, Opportunity | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await opportunities.listVisible(actor, ids)).map((found) => [found.id, found]));
    return ids.map((id) => byId.get(id));
  });
}

/** What hosts offer, by host. */
export function createHostOpportunitiesLoader(
  actor: Actor,
  opportunities: Repositories['opportunities'],
): DataLoader<HostId, readonly Opportunity[]> {
  return new DataLoader(async (ids) => {
    const byHost = await opportunities.listOfHosts(actor, ids);
    return ids.map((id) => byHost.get(id) ?? []);
  });
}
