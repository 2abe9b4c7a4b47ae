export type { Caller } from './caller.js';
export { identityHeader } from './identity-claims.js';
export type { IdentitySigner, IdentitySignerOptions, IdentityToSign } from './identity-signer.js';
export { createIdentitySigner } from './identity-signer.js';
export type {
  IdentityRefusal,
  IdentityVerification,
  IdentityVerifier,
  IdentityVerifierOptions,
} from './identity-verifier.js';
export { createIdentityVerifier } from './identity-verifier.js';
export { generateKeyPairPem } from './key-pair.js';
