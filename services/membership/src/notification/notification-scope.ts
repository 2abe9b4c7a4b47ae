import type { Clock, IdSource } from '@guildhall/kernel';

/** What telling works with. Without mail only the inbox is filled. */
export type NotificationScope = {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly campusZone: string;
  readonly hasMail: boolean;
};
