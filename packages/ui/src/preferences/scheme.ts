import { recall, remember } from './remembered.js';

/** How an app looks: as the device says, or always light or dark. */
export const schemes = ['auto', 'light', 'dark'] as const;

/** One of {@link schemes}. */
export type Scheme = (typeof schemes)[number];

/** The look chosen before; as the device when none was. */
export function recallScheme(): Scheme {
  const remembered = recall('scheme');
  return schemes.find((scheme) => scheme === remembered) ?? 'auto';
}

/** Puts a look on at once: the tokens follow the attribute. */
export function applyScheme(scheme: Scheme): void {
  document.documentElement.dataset['scheme'] = scheme;
}

/** Puts a look on and remembers it. */
export function chooseScheme(scheme: Scheme): void {
  applyScheme(scheme);
  remember('scheme', scheme);
}
