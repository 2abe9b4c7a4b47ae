/**
 * Throws in production: everybody may sign in here as anybody, so a real installation must name an issuer of its own.
 * Every way into this package that hands out a token goes through here.
 */
export function refuseProduction(environment: string | undefined = process.env['GUILDHALL_ENV']): void {
  if (environment === 'production') {
    throw new Error('The demonstration sign-in never runs with GUILDHALL_ENV=production. Name your own OpenID issuer instead.');
  }
}
