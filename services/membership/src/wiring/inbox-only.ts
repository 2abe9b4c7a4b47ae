import { systemClock, systemIds } from '@guildhall/subgraph';
import type { NotificationScope } from '../notification/notification-scope.js';

/** For whoever only reads, or writes rows that tell nobody by mail, such as the command line. */
export const inboxOnly: NotificationScope = {
  clock: systemClock,
  ids: systemIds(systemClock),
  campusZone: 'UTC',
  hasMail: false,
};
