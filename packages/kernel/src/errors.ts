/** The rules an input field can break; the GraphQL enum `FieldRule` has the same members. */
export type FieldRule =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'OUT_OF_RANGE'
  | 'BAD_FORMAT'
  | 'UNKNOWN'
  | 'CONTRADICTION';

/** One rule that one input field broke. `path` is relative to `input`, with dots. */
export type FieldProblem = { readonly path: string; readonly rule: FieldRule; readonly message: string };

/** One or more fields of the input break a rule. */
export type ValidationError = {
  readonly __typename: 'ValidationError';
  readonly message: string;
  readonly fields: readonly FieldProblem[];
};

/** What the input names does not exist for this viewer; missing and hidden are the same value on purpose. */
export type NotFoundError = { readonly __typename: 'NotFoundError'; readonly message: string; readonly kind: string };

/** The viewer may see the thing but may not do this to it. */
export type NotAllowedError = {
  readonly __typename: 'NotAllowedError';
  readonly message: string;
  readonly action: string;
};

/** The state of the thing does not allow the action now. */
export type IllegalTransitionError = {
  readonly __typename: 'IllegalTransitionError';
  readonly message: string;
  readonly action: string;
  readonly state: string;
};

/** Somebody else changed the thing first, or an idempotency key came back with another input. */
export type ConflictError = { readonly __typename: 'ConflictError'; readonly message: string };

/** A limit on how many of something is reached. */
export type LimitReachedError = {
  readonly __typename: 'LimitReachedError';
  readonly message: string;
  readonly limit: number;
};

/** Every shared expected failure. A domain adds one only when a client would act differently on it. */
export type SharedError =
  | ValidationError
  | NotFoundError
  | NotAllowedError
  | IllegalTransitionError
  | ConflictError
  | LimitReachedError;

/** Fails with every broken field at once, so that a form can show them together. */
export function validationError(fields: readonly FieldProblem[]): ValidationError {
  const message = fields.length === 1 ? (fields[0]?.message ?? '') : `${fields.length} fields need attention.`;
  return { __typename: 'ValidationError', message, fields };
}

/** The one answer for missing and for hidden things. */
export function notFound(kind: string): NotFoundError {
  return { __typename: 'NotFoundError', kind, message: `This ${kind} does not exist, or you may not see it.` };
}

/** The viewer may see the thing but the policy refuses the action. */
export function notAllowed(action: string, kind: string): NotAllowedError {
  return { __typename: 'NotAllowedError', action, message: `You may not ${readable(action)} this ${kind}.` };
}

/** The lifecycle has no such step from this state. */
export function illegalTransition(action: string, state: string): IllegalTransitionError {
  const message = `It is not possible to ${readable(action)} while the state is ${state}.`;
  return { __typename: 'IllegalTransitionError', action, state, message };
}

/** Two writers met, or a key was reused. */
export function conflict(message = 'Somebody changed this at the same time. Read it again and retry.'): ConflictError {
  return { __typename: 'ConflictError', message };
}

/** A limit is reached; `limit` is the largest number allowed. */
export function limitReached(message: string, limit: number): LimitReachedError {
  return { __typename: 'LimitReachedError', message, limit };
}

/** `closeAttendance` and `CLOSE_ATTENDANCE` both read `close attendance`. */
/** `SEND_BACK` reads as "send back". */
function readable(action: string): string {
  return action
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}
