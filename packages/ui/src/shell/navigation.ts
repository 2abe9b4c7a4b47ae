import type { IconName } from '../icons/Icon.js';

/** One place of the main navigation; three to five of them fit a phone. */
export type NavigationItem = {
  readonly to: string;
  /** A key of the app's words; short, because phones show it under the icon. */
  readonly labelKey: string;
  readonly icon: IconName;
};

/**
 * The places that this person may use, so that nobody is led to a page that is not for them; `undefined` while that is not known. It is
 * a hook, because it may ask the graph.
 */
export type UseNavigation = () => readonly NavigationItem[] | undefined;
