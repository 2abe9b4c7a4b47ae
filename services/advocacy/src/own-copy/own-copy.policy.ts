import type { Pseudonym } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';

/** Whose cases a copy may hold: the viewer's own as a student, in person, and nobody else's. */
export const ownCopyPolicy = {
  subjectOf: ({ actor, self }: CaseViewer): Pseudonym | undefined => (actor.kind === 'person' ? self : undefined),
};
