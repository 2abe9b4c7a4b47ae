/*
 * A path to complete before another one.
 * Life: that of the version that asks for it. Owner: learning.
 */
import type { PathId } from '../path/path.js';

/** What a version asks to be completed first, and whether the viewer has; nothing is known for whoever is no member. */
export type Prerequisite = { readonly pathId: PathId; readonly isMet: boolean | undefined };
