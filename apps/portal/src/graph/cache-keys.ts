import type { GraphCacheOptions } from '@guildhall/ui';

const embedded = (): null => null;

/** Types whose id is not one of the whole union belong to what they stand in; the cache keeps them there. */
export const cacheKeys: GraphCacheOptions['keys'] = {
  DrawnEntry: embedded,
  NotificationSubject: embedded,
  OwnEntry: embedded,
  PassKey: embedded,
};
