import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { Repositories } from '../deps.js';
import type { DrawnEntry, EntryCount, FairStart, OwnEntry } from './fair-start.js';

/** The loaders of fair starts, for one request. */
export function createFairStartLoaders(actor: Actor, fairStarts: Repositories['fairStarts']) {
  return {
    /** The fair start of each activity that has one. */
    fairStarts: new DataLoader<ActivityId, FairStart | undefined>(async (ids) => {
      const byActivity = new Map((await fairStarts.listOf(ids)).map((fairStart) => [fairStart.activityId, fairStart]));
      return ids.map((id) => byActivity.get(id));
    }),
    /** How many entered. */
    entryCounts: new DataLoader<ActivityId, EntryCount>(async (ids) => {
      const counts = await fairStarts.countEntries(ids);
      return ids.map((id) => counts.get(id) ?? { entries: 0, people: 0 });
    }),
    /** The viewer's own entry to each. */
    ownEntries: new DataLoader<ActivityId, OwnEntry | undefined>(async (ids) => {
      const byActivity = new Map((await fairStarts.listOwn(actor, ids)).map((entry) => [entry.activityId, entry]));
      return ids.map((id) => byActivity.get(id));
    }),
    /** What an own entry drew; nothing before the draw. */
    drawnEntries: new DataLoader<OwnEntry, DrawnEntry | undefined, string>(
      async (keys) => {
        const drawn = await fairStarts.listDrawn(
          keys.map(({ activityId }) => activityId),
          keys.map(({ id }) => id),
        );
        const byId = new Map(drawn.map((entry) => [entry.id, entry]));
        return keys.map(({ id }) => byId.get(id));
      },
      { cacheKeyFn: ({ id }) => id },
    ),
  };
}
