import type { SubgraphResponse } from '@guildhall/subgraph';
import { SubgraphFailure } from '../subgraph-failure.js';
import type { GatewayContext } from '../subgraph-call.js';
import type { Merge } from './merge-answers.js';
import type { BatchStep, Data, FetchStep, PlanStep, ServiceOperation } from './plan-steps.js';
import { type Entities, EntityFinder } from './find-entities.js';
import { problemsOf, type Problem } from './problems.js';
import { isData } from './select-representations.js';
import type { FetchFromSubgraph } from './subgraph-request.js';

/** An entity that lacks an input; `isReduced` once what needs no more than its keys was asked for. */
type SkippedEntity = { readonly step: FetchStep; readonly object: Data; isReduced: boolean };

/** One operation under way. */
export type PlanRun = {
  /** The answer so far, in the gateway's names. */
  readonly data: Data;
  readonly finder: EntityFinder;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  readonly fetch: FetchFromSubgraph;
  readonly merge: Merge;
  readonly problems: Problem[];
  /** Entities that could not be asked for, because an input never came. */
  readonly skipped: SkippedEntity[];
  /** A mutation without which the answer is null has failed, so that none may follow. */
  isMutationOver: boolean;
};

/** An operation of which nothing has been asked yet. */
export function startRun(given: Pick<PlanRun, 'variables' | 'context' | 'fetch' | 'merge'>): PlanRun {
  const data: Data = {};
  return { ...given, data, finder: new EntityFinder(data), problems: [], skipped: [], isMutationOver: false };
}

/** Runs a plan to its end. Never rejects for what services do: that is put among the problems. */
export async function runPlan(step: PlanStep, run: PlanRun): Promise<void> {
  switch (step.kind) {
    case 'fetch':
      return step.entities ? runEntityFetch(step, run) : runFetch(step, run);
    case 'batch':
      return runBatch(step, run);
    case 'sequence':
      for (const one of step.steps) {
        await runPlan(one, run);
        if (run.skipped.length > 0) await askForRest([one], run);
      }
      return;
    case 'parallel':
      await Promise.all(step.steps.map((one) => runPlan(one, run)));
      if (run.skipped.length > 0) await askForSkipped(step.steps, run);
      if (run.skipped.length > 0) await askForRest(step.steps, run);
  }
}

/**
 * The planner may put a fetch beside the one that gives its inputs. What could not be asked for then can be now, unless an input failed
 * for good.
 */
async function askForSkipped(steps: readonly PlanStep[], run: PlanRun): Promise<void> {
  for (const step of steps.flatMap(fetchesOf)) {
    const mine = run.skipped.filter((one) => one.step === step);
    const ready = mine.filter(({ object }) => step.entities?.represent(object) !== 'missing');
    if (ready.length === 0) continue;
    const rest = run.skipped.filter((one) => !ready.includes(one));
    run.skipped.splice(0, run.skipped.length, ...rest);
    await runEntityFetch(
      step,
      run,
      ready.map(({ object }) => object),
    );
    return askForSkipped(steps, run);
  }
}

/** One input that is missing does not keep the fields that do not need it. */
async function askForRest(steps: readonly PlanStep[], run: PlanRun): Promise<void> {
  for (const step of steps.flatMap(fetchesOf)) {
    const { reduced } = step;
    const mine = run.skipped.filter((one) => one.step === step && !one.isReduced);
    if (!reduced || mine.length === 0) continue;
    for (const one of mine) one.isReduced = true;
    await runEntityFetch(
      reduced,
      run,
      mine.map(({ object }) => object),
    );
  }
}

function fetchesOf(step: PlanStep): FetchStep[] {
  if (step.kind === 'fetch') return [step];
  return step.kind === 'batch' ? step.members.map((member) => member.step) : step.steps.flatMap(fetchesOf);
}

async function runFetch(step: FetchStep, run: PlanRun): Promise<void> {
  if (run.isMutationOver && step.operation.kind === 'mutation') return;
  const objects = run.finder.objectsOf(step);
  if (objects.length === 0) return;
  const response = await call(step.service, step.operation, run);
  const data = response instanceof SubgraphFailure ? undefined : response.data;
  if (isData(data)) {
    step.rewriteAnswer?.(data, undefined);
    for (const object of objects) run.merge(object, data);
    run.finder.merged(step);
  } else if (step.endsMutation) run.isMutationOver = true;
  run.problems.push(...problemsOf(step, response, { kind: 'plain', objects }));
}

async function runEntityFetch(step: FetchStep, run: PlanRun, objects?: readonly Data[]): Promise<void> {
  const entities = collectEntities(step, run, objects);
  if (entities.representations.length === 0) return;
  const { representations } = entities;
  const response = await call(step.service, step.operation, run, { representations });
  takeEntities({ step, entities, alias: '_entities' }, response, run);
}

async function runBatch({ service, operation, members }: BatchStep, run: PlanRun): Promise<void> {
  const asked = members.map((member) => ({ ...member, entities: collectEntities(member.step, run) }));
  const filled = asked.filter(({ entities }) => entities.representations.length > 0);
  const [only] = filled;
  if (!only) return;
  if (filled.length === 1) {
    const { representations } = only.entities;
    const response = await call(service, only.step.operation, run, { representations });
    return takeEntities({ ...only, alias: '_entities' }, response, run);
  }
  const inputs = Object.fromEntries(asked.map(({ variable, entities }) => [variable, entities.representations]));
  const response = await call(service, operation, run, inputs);
  for (const one of filled) takeEntities(one, response, run);
}

function collectEntities(step: FetchStep, run: PlanRun, chosen?: readonly Data[]): Entities {
  const entities = run.finder.entitiesOf(step, chosen);
  for (const object of entities.missing) run.skipped.push({ step, object, isReduced: false });
  return entities;
}

/** Entities that were asked for under an alias. */
type Asked = { readonly step: FetchStep; readonly entities: Entities; readonly alias: string };

function takeEntities(
  { step, entities: { objects }, alias }: Asked,
  response: SubgraphResponse | SubgraphFailure,
  run: PlanRun,
): void {
  const layout = { kind: 'entities', alias, objects } as const;
  const answers: unknown = response instanceof SubgraphFailure ? undefined : response.data?.[alias];
  const isUsable = Array.isArray(answers) && answers.length === objects.length;
  if (isUsable) for (const [index, answer] of answers.entries()) takeEntity(step, objects[index], answer, run);
  run.finder.merged(step);
  if (response instanceof SubgraphFailure || isUsable || response.errors?.length)
    run.problems.push(...problemsOf(step, response, layout));
  else run.problems.push(...problemsOf(step, new SubgraphFailure(step.service, 'INTERNAL_SERVER_ERROR'), layout));
}

function takeEntity(step: FetchStep, objects: readonly Data[] | undefined, answer: unknown, run: PlanRun): void {
  if (!isData(answer)) return;
  const typename = objects?.[0]?.['__typename'];
  step.rewriteAnswer?.(answer, typename);
  for (const object of objects ?? []) run.merge(object, answer);
}

async function call(
  service: string,
  { query, operationName, kind, variables: uses }: ServiceOperation,
  run: PlanRun,
  inputs?: Readonly<Record<string, unknown>>,
): Promise<SubgraphResponse | SubgraphFailure> {
  const variables: Record<string, unknown> = { ...inputs };
  for (const { name, clientName } of uses)
    if (Object.hasOwn(run.variables, clientName)) variables[name] = run.variables[clientName];
  try {
    return await run.fetch({ service, query, operationName, kind, variables, context: run.context });
  } catch (error) {
    return SubgraphFailure.from(service, error);
  }
}
