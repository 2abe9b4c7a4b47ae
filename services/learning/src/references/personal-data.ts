/*
 * A copy of what is kept about somebody, or a preview of their erasure, which the membership service owns: here an id
 * alone, to which this service adds its part. Life: none here. Owner: membership.
 */

/** What this service knows of a copy or a preview. */
export type PersonalReference = { readonly id: string };
