/*
 * What a bundle is made of and what it becomes. Life: gathered from a case, built in a thread of its own, sealed with the case.
 */

import type { Attachment } from '../attachment/attachment.js';

/** An attachment with its bytes, or without where the bundle has no room for them or the store is away. */
export type BundledFile = { readonly attachment: Attachment; readonly content: Uint8Array | undefined };

/** Opens the attachments of a case, as far as they fit into a bundle. */
export type ReadFiles = (attachments: readonly Attachment[]) => Promise<readonly BundledFile[]>;

/** One part of the bundle in the order it is read. */
export type BundleSection = { readonly title: string; readonly lines: readonly string[] };

/** What a bundle is made of; names in `redactions` are replaced wherever they stand, whatever their case. */
export type BundleSource = {
  readonly title: string;
  readonly sections: readonly BundleSection[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly redactions: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
  /** The one instant that every file of the archive bears, so that equal contents give equal bytes. */
  readonly at: string;
};

/** A built bundle: what it shows, its archive, and the SHA-256 of that archive, to which a consent is bound. */
export type BuiltBundle = {
  readonly sections: readonly BundleSection[];
  readonly archive: Uint8Array;
  readonly digest: string;
};

/** Builds bundles without holding up requests. */
export interface BundleBuilder {
  /** Builds one bundle. Rejects when the thread fails; nothing of the content is in the error. */
  build(source: BundleSource): Promise<BuiltBundle>;
}
