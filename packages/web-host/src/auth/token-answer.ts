/**
 * What `POST /auth/token` answers. Being signed out is an answer and no HTTP error, so that a browser logs nothing when a visitor
 * merely reads a public page.
 */
export type TokenAnswer =
  | { readonly state: 'signed-out' }
  | {
      readonly state: 'signed-in';
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      readonly subject: string;
      /** How the provider calls the person; absent when it tells no name. */
      readonly name?: string;
    };
