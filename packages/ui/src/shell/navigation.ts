import type { IconName } from '../icons/Icon.js';

/** One place of the main navigation; three to five of them fit a phone. */
export type NavigationItem = {
  readonly to: string;
  /** A key of the app's words; short, because phones show it under the icon. */
  readonly labelKey: string;
  readonly icon: IconName;
};
