import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findWorkspace } from './data-folder.js';
import type { Settings } from './settings.js';
import { appOrigins, embeddedIssuer } from './start-identity.js';

/** The composed supergraph as committed. */
export function readSupergraph(): string {
  return readFileSync(supergraphFile(), 'utf8');
}

/** Where the composed supergraph is. */
export function supergraphFile(): string {
  return join(findWorkspace(import.meta.dirname), 'gateway', 'supergraph.graphql');
}

/** Whose tokens the gateway believes in this installation. */
export function authOptions(settings: Settings): {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
} {
  const { issuer, audience } = settings;
  if (issuer.kind === 'external') return { issuer: issuer.issuer, audience, jwksUrl: issuer.jwksUrl };
  const embedded = embeddedIssuer(settings);
  return { issuer: embedded, audience, jwksUrl: `${embedded}/jwks` };
}

/** The origins whose pages may call the gateway. */
export function corsOrigins(settings: Settings): readonly string[] {
  if (settings.environment === 'production') return settings.corsOrigins;
  return [...Object.values(appOrigins(settings)).flat(), ...settings.corsOrigins];
}
