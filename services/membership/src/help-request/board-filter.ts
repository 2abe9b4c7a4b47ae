import type { HelpKind } from './help-ask.js';

/** Narrows the board; what is absent does not narrow. */
export type BoardFilter = {
  readonly kinds?: readonly HelpKind[] | null | undefined;
  readonly language?: string | null | undefined;
  /** Only what can be done between these instants. */
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  /** Only what people of one's own groups ask for. */
  readonly nearMyGroups: boolean;
};
