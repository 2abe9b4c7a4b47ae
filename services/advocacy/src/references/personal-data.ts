/*
 * A preview of somebody's erasure, which the membership service owns: here an id alone, to which this service adds what
 * it keeps. Life: none here. Owner: membership.
 */

/** What this service knows of a preview. */
export type PersonalReference = { readonly id: string };
