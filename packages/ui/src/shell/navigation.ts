import type { IconName } from '../icons/Icon.js';

/** One place of the main navigation; three to five of them fit the bar of a phone. */
export type NavigationItem = {
  readonly to: string;
  /** A key of the app's words; short, because phones show it under the icon. */
  readonly labelKey: string;
  readonly icon: IconName;
  /** On a phone: in the bar unless said otherwise, behind its last button, or as a sign beside the name of the app. */
  readonly phonePlace?: 'more' | 'head';
  /** How much waits there, with the key of the words that say so; nothing is shown for 0. */
  readonly waiting?: { readonly count: number; readonly labelKey: string } | undefined;
};

/**
 * The places that this person may use, so that nobody is led to a page that is not for them; `undefined` while that is not known. It is
 * a hook, because it may ask the graph.
 */
export type UseNavigation = () => readonly NavigationItem[] | undefined;
