declare module '@digitalcredentials/vc' {
  /** Checks the proof, the dates and, with `checkStatus`, the status of a credential. */
  export function verifyCredential(options: {
    readonly credential: unknown;
    readonly suite: unknown;
    readonly documentLoader: unknown;
    readonly checkStatus: unknown;
    readonly now?: Date;
  }): Promise<{
    readonly verified: boolean;
    readonly statusResult?: { readonly verified: boolean; readonly error?: unknown };
  }>;
}

declare module '@digitalcredentials/data-integrity' {
  /** One proof to check. */
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: unknown });
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalcredentials/vc-bitstring-status-list' {
  /** Reads every status list that a credential names. */
  export function checkStatus(options: unknown): Promise<{ readonly verified: boolean }>;
}
