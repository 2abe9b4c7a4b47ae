import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { Repositories } from '../deps.js';
import { unsaidAudience, type Audience } from './audience.js';

/** Whom activities suit, by activity. */
export function createAudienceLoader(audiences: Repositories['audiences']): DataLoader<ActivityId, Audience> {
  return new DataLoader(async (ids) => {
    const found = await audiences.listOf(ids);
    return ids.map((id) => found.get(id) ?? unsaidAudience);
  });
}
