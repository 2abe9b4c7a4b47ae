import { useRef } from 'react';
import { useGraphMutation, type GraphDocument, type MutationResult, type Outcome } from '@guildhall/ui';

type GraphVariables = Readonly<Record<string, unknown>>;

/** A mutation as buttons and forms run it: `pick` takes the result union out of the data. */
export function useAction<Data, Variables extends GraphVariables, Result extends MutationResult>(
  document: GraphDocument<Data, Variables>,
  pick: (data: Data) => Result,
): (variables: Variables) => Promise<Outcome<Result>> {
  const mutate = useGraphMutation(document);
  return async (variables) => {
    const { data, problem } = await mutate(variables);
    return { result: data === undefined ? undefined : pick(data), problem };
  };
}

/**
 * One idempotency key per intent: the same until an answer came, so that pressing again after a lost connection repeats the
 * first intent, and a new one afterwards.
 */
export function useIntent(): (run: (idempotencyKey: string) => Promise<Outcome>) => Promise<Outcome> {
  const key = useRef<string>(undefined);
  return async (run) => {
    key.current ??= crypto.randomUUID();
    const outcome = await run(key.current);
    if (outcome.problem === undefined) key.current = undefined;
    return outcome;
  };
}
