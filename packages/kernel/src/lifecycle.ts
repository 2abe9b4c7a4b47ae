import { illegalTransition, type IllegalTransitionError } from './errors.js';
import { err, ok, type Result } from './result.js';

/** One action of a lifecycle: the states it may start from, the states it may lead to, and an optional further condition. */
export type Transition<State extends string, Subject> = {
  readonly from: readonly State[];
  readonly to: readonly State[];
  /** A fact about the thing, beyond its state, that must hold; the same guard answers `viewerActions`. */
  readonly guard?: (subject: Subject, now: Date) => boolean;
};

/** A lifecycle written as data: which states exist and which action leads where. */
export type LifecycleDefinition<State extends string, Action extends string, Subject> = {
  readonly name: string;
  readonly initial: readonly State[];
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<Action, Transition<State, Subject>>>;
};

/** A checked lifecycle. */
export interface Lifecycle<State extends string, Action extends string, Subject> extends LifecycleDefinition<
  State,
  Action,
  Subject
> {
  /** Every action, in the order of the definition. */
  readonly actions: readonly Action[];
  /** Whether the action is possible for the thing now, by state and guard. */
  can(action: Action, subject: Subject, now: Date): boolean;
  /** The state after the action: the only target, or `target` where the action names several. Fails when the action is not possible now. */
  next(action: Action, subject: Subject, now: Date, target?: State): Result<State, IllegalTransitionError>;
  /** The actions possible for the thing now. */
  possible(subject: Subject, now: Date): readonly Action[];
}

type HasState<State> = (state: State) => boolean;

/**
 * Checks a lifecycle and returns it. `stateOf` reads the state of a thing.
 * Throws at start-up when a state cannot be reached from an initial one or an action leads nowhere, so that a broken table
 * never serves a request.
 */
export function defineLifecycle<Subject, State extends string, Action extends string>(
  definition: LifecycleDefinition<State, Action, Subject>,
  stateOf: (subject: Subject) => State,
): Lifecycle<State, Action, Subject> {
  const actions = Object.keys(definition.transitions) as Action[];
  assertSound(definition, actions);
  const can = (action: Action, subject: Subject, now: Date): boolean => {
    const transition = definition.transitions[action];
    return transition.from.includes(stateOf(subject)) && (transition.guard?.(subject, now) ?? true);
  };
  return {
    ...definition,
    actions,
    can,
    possible: (subject, now) => actions.filter((action) => can(action, subject, now)),
    next(action, subject, now, target) {
      if (!can(action, subject, now)) return err(illegalTransition(action, stateOf(subject)));
      const targets = definition.transitions[action].to;
      const state = target ?? targets[0];
      if (state === undefined || !targets.includes(state))
        throw new Error(`${definition.name}: ${action} cannot lead to ${String(target)}`);
      if (target === undefined && targets.length > 1) throw new Error(`${definition.name}: ${action} needs a target`);
      return ok(state);
    },
  };
}

function assertSound<State extends string, Action extends string, Subject>(
  definition: LifecycleDefinition<State, Action, Subject>,
  actions: readonly Action[],
): void {
  const reached = new Set<State>(definition.initial);
  const isReached: HasState<State> = (state) => reached.has(state);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const action of actions) {
      const { from, to } = definition.transitions[action];
      if (from.some(isReached)) for (const state of to) reached.add(state);
    }
  }
  const stuck = actions.filter((action) => definition.transitions[action].to.length === 0);
  if (stuck.length > 0) throw new Error(`${definition.name}: ${stuck.join(', ')} leads nowhere`);
  const lost = definition.states.filter((state) => !isReached(state));
  if (lost.length > 0) throw new Error(`${definition.name}: no way leads to ${lost.join(', ')}`);
}

/** The actions on a thing that its state allows and the policy grants this viewer; web apps draw their buttons from it and from nothing else. */
export function viewerActions<State extends string, Action extends string, Subject>(
  lifecycle: Lifecycle<State, Action, Subject>,
  subject: Subject,
  now: Date,
  isGranted: (action: Action) => boolean,
): readonly Action[] {
  return lifecycle.possible(subject, now).filter(isGranted);
}
