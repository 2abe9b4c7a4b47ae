/*
 * Whether somebody who comes to an activity may be seen in photos of it: yes, no, or ask me first. Nobody has to choose.
 * Life: chosen and changed by its member while the registration is live. Owner: activities.
 */

/** What somebody chose. */
export type PhotoChoice = 'YES' | 'NO' | 'ASK_ME';

/** How many chose what, of those who have a place; `open` have not chosen. */
export type PhotoCounts = { readonly yes: number; readonly no: number; readonly askMe: number; readonly open: number };
