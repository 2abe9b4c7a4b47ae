/**
 * The errno code of a failed system call, or undefined. Read by shape, because an error may come from another realm
 * (a worker, a test sandbox), where `instanceof Error` is false.
 */
export function errorCode(error: unknown): string | undefined {
  const code = field(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

/** What an error says of itself, or the thrown value as text. */
export function errorText(error: unknown): string {
  const message = field(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

function field(error: unknown, name: 'code' | 'message'): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}
