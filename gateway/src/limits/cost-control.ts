import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import type { SupergraphIndex } from '../supergraph-index.js';
import { variablesOf } from '../variables-of.js';
import { type ActualCost, compileActualCost } from './actual-cost.js';
import { type CompiledCost, compileCost, type CostModel } from './compile-cost.js';
import { evaluate, type Variables } from './cost-formula.js';
import { readCostRules } from './cost-rules.js';
import type { OperationLimits } from './operation-limits.js';

/** The cost of one operation with the variables of one request. */
export type OperationCost = {
  readonly estimated: number;
  readonly checkPages: (pageSizeMax: number) => ReturnType<CompiledCost['checkPages']>;
  /** What an answer cost; it walks the data, so it is for who asks. */
  readonly actualOf: (data: unknown) => number;
};

/** Knows what operations cost, of clients and to services. */
export type CostControl = {
  /** Undefined when the document holds no such operation. */
  ofOperation(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Variables | undefined,
  ): OperationCost | undefined;
  /** The cost of what one service is asked. */
  ofServiceCall(
    query: string,
    operationName: string | undefined,
    variables: Variables | undefined,
  ): OperationCost | undefined;
};

/** Characters of texts for services remembered: more than all plans in use have, and bounded whatever clients send. */
const charactersMax = 1_000_000;

type Compiled = {
  readonly operation: OperationDefinitionNode;
  readonly cost: CompiledCost;
  /** Compiled when somebody asks first. */
  readonly actual: () => ActualCost;
};

/** Compiles each operation once: per document and name for clients, per text for services. */
export function createCostControl(index: SupergraphIndex, limits: OperationLimits): CostControl {
  const model: CostModel = {
    index,
    rules: readCostRules(index, limits.pageSize),
    assumedListSize: limits.assumedListSize,
  };
  const known = new WeakMap<DocumentNode, Map<string, Compiled | undefined>>();
  const texts = new Map<string, DocumentNode>();
  let characters = 0;
  return {
    ofOperation: (document, operationName, variables) =>
      forRequest(compiledOf(document, operationName ?? ''), variables),
    ofServiceCall: (query, operationName, variables) =>
      forRequest(compiledOf(parsed(query), operationName ?? ''), variables),
  };

  function compiledOf(document: DocumentNode, name: string): Compiled | undefined {
    const ofDocument = known.get(document) ?? new Map<string, Compiled | undefined>();
    known.set(document, ofDocument);
    if (!ofDocument.has(name)) ofDocument.set(name, compile(document, name, model));
    return ofDocument.get(name);
  }

  function parsed(query: string): DocumentNode {
    const found = texts.get(query);
    if (found) return found;
    if (characters + query.length > charactersMax) {
      texts.clear();
      characters = 0;
    }
    const document = parse(query, { noLocation: true });
    texts.set(query, document);
    characters += query.length;
    return document;
  }
}

function compile(document: DocumentNode, name: string, model: CostModel): Compiled | undefined {
  const operation = getOperationAST(document, name === '' ? undefined : name);
  if (!operation) return undefined;
  let actual: ActualCost | undefined;
  return {
    operation,
    cost: compileCost(document, operation, model),
    actual: () => (actual ??= compileActualCost(document, operation, model)),
  };
}

function forRequest(compiled: Compiled | undefined, given: Variables | undefined): OperationCost | undefined {
  if (!compiled) return undefined;
  const { operation, cost, actual } = compiled;
  const variables = variablesOf(operation, given);
  return {
    estimated: evaluate(cost.estimate, variables),
    checkPages: (pageSizeMax) => cost.checkPages(variables, pageSizeMax),
    actualOf: (data) => actual()(data, variables),
  };
}
