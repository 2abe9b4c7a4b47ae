export type { DemoTokenOptions } from './demo-token.js';
export { issueDemoToken } from './demo-token.js';
export type {
  BrowserApp,
  BrowserAppOrigins,
  BrowserClient,
  ClientDirectory,
  IdentityClient,
  MachineClient,
  RegisteredClient,
} from './identity-client.js';
export { createBrowserClients } from './identity-client.js';
export type { IdentityKeys } from './identity-keys.js';
export { loadKeys, loadOrCreateKeys } from './identity-keys.js';
export { recallIssuer, rememberIssuer } from './issuer-record.js';
export type { MachineClientDescription } from './machine-clients.js';
export { loadOrCreateMachineClients } from './machine-clients.js';
export type { SessionStore } from './session-store.js';
export { openSessionStore } from './session-store.js';
export type { DemoPerson } from './sign-in/sign-in-page.js';
export type { IdentityOptions, RunningIdentity } from './start-identity.js';
export { startIdentity } from './start-identity.js';
export { graphResource, tokenAudience } from './token-audience.js';
