/** The outcome of a decision: a value, or a typed expected failure. Faults are thrown, never returned. */
export type Result<T, E> = Ok<T> | Err<E>;

/** The successful arm of a {@link Result}. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** The failed arm of a {@link Result}. */
export type Err<E> = { readonly ok: false; readonly error: E };

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}

/** What a successful result of this type holds. */
export type ValueOf<R> = R extends Ok<infer T> ? T : never;

/** What a failed result of this type holds. */
export type ErrorOf<R> = R extends Err<infer E> ? E : never;
