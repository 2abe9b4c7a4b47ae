/*
 * Which evidence belongs to which side of a growth view, as policy.
 * Life: read anew at every view. Owner: learning.
 */
import type { EvidenceKind } from './record-fact.js';

/** A side of a growth view. What a member helped with is membership's to tell. */
export type GrowthSide = 'did' | 'learned' | 'led';

/** The side each kind of evidence belongs to. */
export const sideOf: Readonly<Record<EvidenceKind, GrowthSide>> = {
  ATTENDANCE: 'did',
  VERIFIED_HOURS: 'did',
  PATH_STEP: 'learned',
  LED_ACTIVITY: 'led',
  MANDATE: 'led',
  DELIVERED_PROPOSAL: 'led',
  LED_SESSION: 'led',
};

/** How much evidence a side or a skill of a term lists, at most and unless told otherwise. */
export const growthList = { max: 50, usual: 10 } as const;

/** How much evidence one growth view reads, at most: far more than anybody has in four years. */
export const growthEvidenceMax = 5_000;
