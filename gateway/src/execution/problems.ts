import type { SubgraphResponse } from '@guildhall/subgraph';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { SubgraphFailure } from '../subgraph-failure.js';
import type { Data, FetchStep } from './plan-steps.js';

/** Something a service failed to give. */
export type Problem = {
  readonly step: FetchStep;
  /** The objects it was to be put into. */
  readonly objects: readonly Data[];
  /** Where in those objects, in the service's names; undefined when the service does not say. */
  readonly place?: readonly (string | number)[];
  /** The service gave nothing at all, rather than an error of its own. */
  readonly isFailure: boolean;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
};

/** How the paths of a service's errors are to be read. */
export type AnswerLayout =
  | { readonly kind: 'plain'; readonly objects: readonly Data[] }
  | { readonly kind: 'entities'; readonly alias: string; readonly objects: readonly (readonly Data[])[] };

/** The problems of one answer for one step. An answer without data and without errors is a problem as well. */
export function problemsOf(
  step: FetchStep,
  response: SubgraphResponse | SubgraphFailure,
  layout: AnswerLayout,
): Problem[] {
  const isFailure = response instanceof SubgraphFailure;
  if (!isFailure && response.data && !response.errors?.length) return [];
  const everywhere = layout.kind === 'plain' ? layout.objects : layout.objects.flat();
  if (isFailure) return [problemOfFailure(step, response, everywhere)];
  const errors = response.errors ?? [];
  if (errors.length === 0)
    return [problemOfFailure(step, new SubgraphFailure(step.service, 'INTERNAL_SERVER_ERROR'), everywhere)];
  return errors.flatMap((error) => {
    const common = { step, isFailure: false, ...describe(error, step.service) };
    const { path } = error;
    if (layout.kind === 'plain' || !path) return [{ ...common, objects: everywhere, place: path }];
    // An error of another member of the same batch.
    if (path[0] !== layout.alias) return [];
    const objects = typeof path[1] === 'number' ? layout.objects[path[1]] : undefined;
    return objects ? [{ ...common, objects, place: path.slice(2) }] : [{ ...common, objects: everywhere }];
  });
}

function problemOfFailure(step: FetchStep, failure: SubgraphFailure, objects: readonly Data[]): Problem {
  return {
    step,
    objects,
    isFailure: true,
    message: failure.message,
    extensions: { code: failure.kind, serviceName: failure.service },
  };
}

function describe({ message, extensions }: GraphQLFormattedError, service: string) {
  return {
    message: message || `The ${service} service reported an error.`,
    // The name of the service is what tells a service's error from one of the gateway's own.
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...extensions, serviceName: service },
  };
}

/** The error of a problem at a place in the client's answer. */
export function errorOf({ message, extensions }: Problem, path?: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}
