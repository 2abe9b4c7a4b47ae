import type { Clock, IdSource } from '@guildhall/kernel';
import { systemClock, systemIds } from '@guildhall/subgraph';

/** What telling works with. Without mail only the inbox is filled. */
export type NotificationScope = {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly campusZone: string;
  readonly hasMail: boolean;
};

/** For whoever only reads, or writes rows that tell nobody by mail, such as the command line. */
export const inboxOnly: NotificationScope = {
  clock: systemClock,
  ids: systemIds(systemClock),
  campusZone: 'UTC',
  hasMail: false,
};
