import type { MyNotificationSettingsQuery } from '../generated/graphql.js';

/** The settings as the page shows them. */
export type ShownSettings = NonNullable<MyNotificationSettingsQuery['viewer']['notificationSettings']>;
