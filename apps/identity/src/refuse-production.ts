import { readInstallationKind } from './env.js';

/**
 * Throws in production: everybody may sign in here as anybody, so a real installation must name an issuer of its own. It asks the
 * environment itself, so that no caller can forget to.
 */
export function refuseProduction(): void {
  if (readInstallationKind() === 'production') {
    throw new Error(
      'The demonstration sign-in never runs with GUILDHALL_ENV=production. Name your own OpenID issuer instead.',
    );
  }
}
