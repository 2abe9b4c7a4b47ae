/** Where the secrets of machine clients and webhooks come from, and chance with them. */
export interface SecretSource {
  /** A new secret of a machine client: 32 random bytes. */
  clientSecret(): string;
  /** A new signing secret as Standard Webhooks writes it. */
  webhookSecret(): string;
  /** What is kept of a client's secret. It is random and long, so that a plain digest cannot be guessed from. */
  hash(secret: string): string;
  /** A number from 0 to 1 at random. */
  fraction(): number;
}
