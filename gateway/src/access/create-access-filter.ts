import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { SupergraphIndex } from '../supergraph-index.js';
import { variablesOf } from '../variables-of.js';
import { type AccessFacts, meets } from './access-facts.js';
import { type AccessRules, readAccessRules } from './access-rules.js';
import { completeDenied, type CompletedAnswer, deniedError } from './complete-denied.js';
import { filterDocument } from './filter-document.js';
import { visitFields } from './visit-fields.js';

/** What happens to an operation with a field its caller may not have: it runs without the field, or it does not run. */
export type AccessMode = 'filter' | 'reject';

/** What may be planned for one caller. */
export type FilteredOperation = {
  /** The operation without denied fields; the very document that was given when nothing is denied. */
  readonly document: DocumentNode;
  /** Names the set of denied requirements: documents of one source and one key are the same. Empty when nothing is denied. */
  readonly key: string;
  /** In reject mode the reason for each denied field; anything here means that nothing may run. */
  readonly errors: readonly GraphQLError[];
  /** Whether there is nothing left to fetch. */
  readonly isEmpty: boolean;
  /** Puts nulls and errors where fields were taken out; undefined when nothing was. */
  readonly complete?: (
    data: Readonly<Record<string, unknown>> | null,
    variables: Readonly<Record<string, unknown>> | undefined,
  ) => CompletedAnswer;
};

/** Decides before planning which fields of an operation a caller may have. */
export type AccessFilter = {
  filterOperation(
    document: DocumentNode,
    operationName: string | null | undefined,
    facts: AccessFacts,
  ): FilteredOperation;
};

/** Sets of denied requirements remembered per operation: callers differ in few ways, and scopes are the issuer's choice, not theirs. */
const variantsMax = 64;

/**
 * The pre-filter of a supergraph. It only ever takes fields away from what services would decide on; what it leaves in is decided by
 * their policies as if it were not there. Work is done once per document, operation and set of denied requirements.
 */
export function createAccessFilter(index: SupergraphIndex, mode: AccessMode): AccessFilter {
  const rules = readAccessRules(index);
  const known = new WeakMap<DocumentNode, Map<string, CompiledAccess>>();
  return {
    filterOperation(document, operationName, facts) {
      const allowed = { document, key: '', errors: [], isEmpty: false };
      if (rules.requirements.length === 0) return allowed;
      const compiled = compiledOf(document, operationName ?? '');
      const denied = compiled?.needs.filter((position) => {
        const requirement = rules.requirements[position];
        return requirement !== undefined && !meets(requirement, facts);
      });
      return compiled && denied && denied.length > 0 ? compiled.without(denied) : allowed;
    },
  };

  function compiledOf(document: DocumentNode, operationName: string): CompiledAccess | undefined {
    const ofDocument = known.get(document) ?? new Map<string, CompiledAccess>();
    known.set(document, ofDocument);
    const found = ofDocument.get(operationName);
    if (found) return found;
    const operation = getOperationAST(document, operationName === '' ? undefined : operationName);
    if (!operation) return undefined;
    const compiled = new CompiledAccess({ document, operation, index, rules, mode });
    ofDocument.set(operationName, compiled);
    return compiled;
  }
}

type CompileInput = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly index: SupergraphIndex;
  readonly rules: AccessRules;
  readonly mode: AccessMode;
};

/** One operation: what it needs, and what is left of it for each set of denied requirements that was met so far. */
class CompiledAccess {
  /** Every requirement that some field of the operation has, in order. */
  readonly needs: readonly number[];
  readonly #input: CompileInput;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variants = new Map<string, FilteredOperation>();

  constructor(input: CompileInput) {
    this.#input = input;
    this.#fragments = new Map(
      input.document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
    const needs = new Set<number>();
    visitFields({ ...this.#input, fragments: this.#fragments }, (type, field) => {
      for (const position of input.rules.ofField(type.name, field.name.value)) needs.add(position);
    });
    this.needs = [...needs].sort((left, right) => left - right);
  }

  without(denied: readonly number[]): FilteredOperation {
    const key = `denied:${denied.join(',')}`;
    const found = this.#variants.get(key);
    if (found) return found;
    const variant = this.#input.mode === 'reject' ? this.#reject(key, denied) : this.#filter(key, denied);
    if (this.#variants.size >= variantsMax) this.#variants.clear();
    this.#variants.set(key, variant);
    return variant;
  }

  #filter(key: string, denied: readonly number[]): FilteredOperation {
    const { document, operation, index } = this.#input;
    const filtered = filterDocument({ document, operation }, index, this.#isDenied(denied));
    return {
      document: filtered.document,
      key,
      errors: [],
      isEmpty: filtered.isEmpty,
      complete: (data, variables) =>
        completeDenied(
          data,
          { operation, fragments: this.#fragments, filtered, variables: variablesOf(operation, variables) },
          index,
        ),
    };
  }

  /** One error per denied field of the text; its path has no places in lists, because nothing ran that could have made any. */
  #reject(key: string, denied: readonly number[]): FilteredOperation {
    const isDenied = this.#isDenied(denied);
    const errors: GraphQLError[] = [];
    visitFields({ ...this.#input, fragments: this.#fragments }, (type, field, path) => {
      if (isDenied(type.name, field.name.value)) errors.push(deniedError([field], path));
    });
    return { document: this.#input.document, key, errors, isEmpty: true };
  }

  #isDenied(denied: readonly number[]): (typeName: string, fieldName: string) => boolean {
    const positions = new Set(denied);
    return (typeName, fieldName) =>
      this.#input.rules.ofField(typeName, fieldName).some((position) => positions.has(position));
  }
}
