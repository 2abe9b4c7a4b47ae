// Loaded when a trustee needs it: cryptography weighs more than the page.
export { isKeyPair, makeTrusteeKey } from '@guildhall/client';
