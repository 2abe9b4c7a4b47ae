import { createDeterministicData } from './deterministic-data.js';
import { differences } from './compare-answers.js';
import { type ComposedGraph, composeGraphSet, type GraphSet } from './graph-set.js';
import { outageOf } from './outage.js';
import { type Answer, createReference, type Question, type Reference } from './reference.js';
import { createServiceServer, type Occasion, type ServiceAnswer, type ServiceCall } from './service-server.js';

/** How the executor under test reaches a service of the graph. */
export type CallService = (service: string, call: ServiceCall) => Promise<ServiceAnswer>;

/** An executor under test. */
export type Subject = { readonly answer: (question: Question, occasion: Occasion) => Promise<Answer> };

/** Makes an executor over a graph. */
export type MakeSubject = (graph: ComposedGraph, callService: CallService) => Promise<Subject>;

/** What stands between the executor and a service; it may answer in its place. */
export type Disturbance = {
  readonly service: string;
  readonly answer: () => Promise<ServiceAnswer>;
  /** What the client is to be told by code for every field that is lost. */
  readonly code: string;
};

/** A graph with its services running, an executor over it, and the reference for both. */
export type Stage = { readonly graph: ComposedGraph; readonly subject: Subject; readonly reference: Reference };

/** Sets a graph up; with a disturbance, the reference fails where the services do. */
export async function setStage(set: GraphSet, makeSubject: MakeSubject, disturbance?: Disturbance): Promise<Stage> {
  const graph = composeGraphSet(set);
  const data = createDeterministicData(graph);
  const outage = disturbance && { isLost: outageOf(graph, disturbance.service), code: disturbance.code };
  const servers = new Map([...graph.services].map(([name, model]) => [name, createServiceServer(graph, data, model)]));
  const subject = await makeSubject(graph, async (service, call) => {
    const server = servers.get(service);
    if (!server) throw new Error(`There is no service ${service}.`);
    return disturbance?.service === service ? disturbance.answer() : server(call);
  });
  return { graph, subject, reference: createReference(graph, data, outage) };
}

/** Asks both and throws with both answers when they differ. */
export async function expectSameAnswer(
  stage: Stage,
  question: Question & { readonly text: string },
  labels: readonly string[] = [],
): Promise<void> {
  const occasion = (): Occasion => ({ mutations: 0, labels: new Set(labels) });
  const actual = await stage.subject.answer(question, occasion());
  const answer = await stage.reference.answer(question);
  const isCalm = answer.errors.length === 0 && actual.errors.length === 0;
  const possibleErrors = isCalm ? [] : await stage.reference.possibleErrors(question);
  const found = differences(actual, { answer, possibleErrors });
  if (found.length === 0) return;
  throw new Error(
    [
      `${stage.graph.name}: ${found.join('; ')}`,
      question.text,
      `variables ${JSON.stringify(question.variables)}${labels.length > 0 ? `, labels ${labels.join(', ')}` : ''}`,
      `answer   ${JSON.stringify(actual)}`,
      `expected ${JSON.stringify(answer)}`,
    ].join('\n'),
  );
}
