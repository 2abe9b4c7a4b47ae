/*
 * A thing that another service owns: here an id alone. Life: none here. Owner: the service that defines it.
 */

/** What learning knows of a thing that another service owns. */
export type Reference = { readonly id: string };
