import { GraphQLError } from 'graphql';

/** The operation asks for more than can be planned: a fault of the client. */
export function tooLargeToPlan(): GraphQLError {
  return new GraphQLError('The operation selects more than can be planned. Split it.', {
    extensions: { code: 'OPERATION_LIMIT_EXCEEDED', http: { status: 400 } },
  });
}

/** The planner refuses operations whose selections multiply beyond what can be planned; only its words tell. */
const isTooLarge = /recursive selections|non-local selections/i;

/** What a client is told when planning failed; the cause goes with it for the log. */
export function toPlanningError(error: unknown): GraphQLError {
  const cause = error instanceof Error ? error : new Error(String(error));
  if (isTooLarge.test(cause.message)) return tooLargeToPlan();
  return new GraphQLError('The operation cannot be planned.', {
    originalError: cause,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}
