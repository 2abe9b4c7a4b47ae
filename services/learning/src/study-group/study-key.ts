import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';

/** Checks the text that makes a retry safe: 1 to 100 characters, or left out. */
export function checkIdempotencyKey(key: string | undefined): Result<string | undefined, ValidationError> {
  return new FieldChecks().text('idempotencyKey', key ?? 'none', { max: 100 }).finish(key);
}
