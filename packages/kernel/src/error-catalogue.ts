/** One entry of the error catalogue; `docs/errors.md` is generated from these. */
export type ErrorCatalogueEntry = {
  /** The stable name a client switches on. */
  readonly name: string;
  /** When it is returned. */
  readonly when: string;
  /** What the client should do. */
  readonly remedy: string;
};

/** The codes that may stand in `errors[].extensions.code`; a closed list. */
export const topLevelCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_OPERATION_REQUIRED',
  'OPERATION_LIMIT_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'OVERLOADED',
  'DEADLINE_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

/** A code of the closed list {@link topLevelCodes}. */
export type TopLevelCode = (typeof topLevelCodes)[number];

const topLevel: Readonly<Record<TopLevelCode, Omit<ErrorCatalogueEntry, 'name'>>> = {
  UNAUTHENTICATED: {
    when: 'The bearer token is missing where one is needed, malformed, expired or not meant for this graph.',
    remedy: 'Sign in again and retry with a fresh token.',
  },
  FORBIDDEN: {
    when: 'The request as a whole is refused, for example a cross-site request without the preflight header.',
    remedy: 'Send the request as the documentation describes.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    when: 'The token does not allow a field; the field is null and the error names its path.',
    remedy: 'Leave the field out, or ask for the scope it needs.',
  },
  BAD_USER_INPUT: {
    when: 'A variable or the shape of the request does not match the operation.',
    remedy: 'Correct the variables; the message names the first that is wrong.',
  },
  GRAPHQL_PARSE_FAILED: { when: 'The operation is not GraphQL.', remedy: 'Correct the syntax at the given location.' },
  GRAPHQL_VALIDATION_FAILED: {
    when: 'The operation does not fit the schema.',
    remedy: 'Correct the operation; generate types from the schema to find this before running.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    when: 'The hash of a persisted operation is not known here.',
    remedy: 'Send the hash together with the full operation once.',
  },
  PERSISTED_OPERATION_REQUIRED: {
    when: 'This deployment runs trusted operations only.',
    remedy: 'Register the operation, or use one of the published ones.',
  },
  OPERATION_LIMIT_EXCEEDED: {
    when: 'The operation is too deep, too long or has too many parts.',
    remedy: 'Split the operation.',
  },
  COST_LIMIT_EXCEEDED: {
    when: 'The estimated cost of the operation is above the allowance.',
    remedy: 'Ask for shorter pages or fewer fields.',
  },
  RATE_LIMITED: { when: 'Too many requests in a short time.', remedy: 'Wait for the seconds in `Retry-After`.' },
  OVERLOADED: { when: 'The platform sheds load to stay up.', remedy: 'Retry after the seconds in `Retry-After`.' },
  DEADLINE_EXCEEDED: {
    when: 'A part of the answer took longer than allowed.',
    remedy: 'Retry; if it persists, ask for less.',
  },
  SUBGRAPH_UNAVAILABLE: {
    when: 'One service could not be reached; its fields are null and the rest of the answer stands.',
    remedy: 'Show what came and retry later.',
  },
  INTERNAL_SERVER_ERROR: {
    when: 'A fault on our side; details are in our logs under the request id.',
    remedy: 'Retry once, then report the request id.',
  },
};

const userErrors: readonly ErrorCatalogueEntry[] = [
  {
    name: 'ValidationError',
    when: 'One or more fields of the input break a rule; all of them are listed.',
    remedy: 'Show each problem beside its field.',
  },
  {
    name: 'NotFoundError',
    when: 'What the input names does not exist, or the viewer may not see it: the two cannot be told apart.',
    remedy: 'Treat it as gone.',
  },
  {
    name: 'NotAllowedError',
    when: 'The viewer may see the thing but may not do this to it.',
    remedy: 'Offer only what `viewerActions` lists.',
  },
  {
    name: 'IllegalTransitionError',
    when: 'The state of the thing does not allow this action now.',
    remedy: 'Read it again and offer what `viewerActions` lists.',
  },
  {
    name: 'ConflictError',
    when: 'Somebody else changed the thing first, or an idempotency key was used with another input.',
    remedy: 'Read again and retry; use a new key for a new intent.',
  },
  {
    name: 'LimitReachedError',
    when: 'A limit is reached; `limit` is the largest number allowed.',
    remedy: 'Free one before adding another.',
  },
];

/** Every error a client can meet: top-level codes, and the members of result unions shared by all services. */
export const errorCatalogue: {
  readonly topLevel: readonly ErrorCatalogueEntry[];
  readonly userErrors: readonly ErrorCatalogueEntry[];
} = {
  topLevel: topLevelCodes.map((name) => ({ name, ...topLevel[name] })),
  userErrors,
};
