import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import { unsaidAudience, type Audience } from './audience.js';
import type { AudienceRepository } from './audience.repository.js';

/** Whom activities suit, by activity. */
export function createAudienceLoader(audiences: AudienceRepository): DataLoader<ActivityId, Audience> {
  return new DataLoader(async (ids) => {
    const found = await audiences.listOf(ids);
    return ids.map((id) => found.get(id) ?? unsaidAudience);
  });
}
