import type { Actor } from '@guildhall/kernel';

/** A use case as it is written: what it works with, who asks, what they ask. */
type UseCase<Deps> = (deps: Deps, actor: Actor, input: never) => Promise<unknown>;

/** A use case as a resolver calls it. */
type Bound<Deps, F> = F extends (deps: Deps, actor: Actor, input: infer Input) => infer Outcome
  ? (actor: Actor, input: Input) => Outcome
  : never;

/** Gives each use case its dependencies once, so that resolvers pass the actor and the input and nothing else. */
export function bindUseCases<Deps, Cases extends Readonly<Record<string, UseCase<Deps>>>>(
  deps: Deps,
  cases: Cases,
): { readonly [Name in keyof Cases]: Bound<Deps, Cases[Name]> } {
  const bound = Object.entries(cases).map(([name, useCase]) => [
    name,
    (actor: Actor, input: never) => useCase(deps, actor, input),
  ]);
  return Object.fromEntries(bound) as { readonly [Name in keyof Cases]: Bound<Deps, Cases[Name]> };
}
