/**
 * An operation with the types of its result and variables, as codegen's client preset writes it in string mode
 * (`TypedDocumentString`).
 */
export type GraphDocument<Result, Variables> = {
  readonly __apiType?: (variables: Variables) => Result;
  toString(): string;
};
