/** What became of handing a mail to the mail server. */
export type Handover =
  /** The server has it, or may have it: it broke off after it was given the text. */
  | { readonly kind: 'SENT' }
  /** The server will never take mail for this address. */
  | { readonly kind: 'BOUNCED' }
  /** The server was not there or was busy; it has nothing of it. */
  | { readonly kind: 'LATER' };

/**
 * A mail, ready to be sent. `messageId` is the same whenever the same mail is made. `unsubscribeUrl` takes one POST that
 * stops mail of this kind without a sign-in (RFC 8058).
 */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly unsubscribeUrl?: string | undefined;
};

/** Hands mail to a mail server. */
export interface Mailer {
  send(mail: Mail): Promise<Handover>;
}
