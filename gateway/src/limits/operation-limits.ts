/** What one operation may ask. Each is the largest number allowed; a refusal names the limit by the key it has here. */
export type OperationLimits = {
  /** Tokens in the document; parsing stops there. */
  readonly tokens: number;
  /** Fields below each other. */
  readonly depth: number;
  /** Fields at the top. */
  readonly rootFields: number;
  /** Aliases in the document. */
  readonly aliases: number;
  /** Directives in the document. */
  readonly directives: number;
  /** Directives on one field, fragment or operation. */
  readonly directivesPerField: number;
  /** Fields and fragments once every fragment is written out where it is spread: what the planner has to look at. */
  readonly selections: number;
  /** Items of one page, as `first`, `last` or another slicing argument asks for them. */
  readonly pageSize: number;
  /** The estimated cost of the operation. */
  readonly cost: number;
  /** The estimated cost of everything one service is asked for one operation; no limit when undefined. */
  readonly costPerService: number | undefined;
  /** Bytes of a request body; nothing beyond is read. */
  readonly bodyBytes: number;
  /** Not a limit: how many items a list has in an estimate when the schema says nothing. */
  readonly assumedListSize: number;
};

/** Generous next to what the web apps ask, and small next to what the platform can answer. */
export const defaultOperationLimits: OperationLimits = {
  tokens: 10_000,
  depth: 15,
  rootFields: 50,
  aliases: 100,
  directives: 100,
  directivesPerField: 5,
  selections: 2_000,
  pageSize: 100,
  cost: 10_000,
  costPerService: undefined,
  bodyBytes: 1024 * 1024,
  assumedListSize: 10,
};
