import type { SelectionSetNode } from 'graphql';

/** An object of an answer while it is put together, in the gateway's names. */
export type Data = Record<string, unknown>;

/** Where objects are found: fields by name, and `@` for every item of a list. */
export type DataPath = readonly string[];

/** A variable of a service's operation, and the client's variable whose value it carries. */
export type VariableUse = { readonly name: string; readonly clientName: string };

/** What is sent to a service. */
export type ServiceOperation = {
  readonly query: string;
  readonly operationName?: string;
  readonly kind: 'query' | 'mutation';
  readonly variables: readonly VariableUse[];
};

/** The entities of one fetch: how each is named to the service, and what is done to its answer. */
export type EntityInputs = {
  /** Undefined when the object is not of a type that is asked about. Throws nothing; `missing` when a value it needs never came. */
  readonly represent: (object: Data) => Data | 'missing' | undefined;
  /** Equal for objects with equal representations; `missing` and undefined as for {@link represent}. */
  readonly identify: (object: Data) => string | undefined;
  /** Equal for fetches that represent every object alike. */
  readonly key: string;
  /** Names of the inputs that are read from the object itself, for telling why one is missing. */
  readonly inputNames: readonly string[];
};

/** One operation on one service, put into the answer at the objects of its paths. */
export type FetchStep = {
  readonly kind: 'fetch';
  readonly service: string;
  readonly operation: ServiceOperation;
  readonly paths: readonly DataPath[];
  /** Without it the operation is an ordinary one. */
  readonly entities?: EntityInputs;
  /** What is asked of each object there. */
  readonly selection: SelectionSetNode;
  /** Whether an answer brings objects, rather than values alone. */
  readonly bearsObjects: boolean;
  readonly rewriteAnswer?: (answer: Data, typename: unknown) => void;
  /** Names in the service's answer that stand for others. */
  readonly renamed: ReadonlyMap<string, string>;
  /** When this mutation gives nothing at all, the ones after it must not run. */
  readonly endsMutation: boolean;
  /** What can be asked of entities without more than their keys. */
  readonly reduced?: FetchStep;
};

/** Entity fetches of one moment to one service, sent as one operation. */
export type BatchStep = {
  readonly kind: 'batch';
  readonly service: string;
  readonly operation: ServiceOperation;
  /** Each with the names that its entities and its representations have in the common operation. */
  readonly members: readonly { readonly step: FetchStep; readonly alias: string; readonly variable: string }[];
};

/** A plan, compiled. */
export type PlanStep =
  | FetchStep
  | BatchStep
  | { readonly kind: 'sequence'; readonly steps: readonly PlanStep[] }
  | { readonly kind: 'parallel'; readonly steps: readonly PlanStep[] };
