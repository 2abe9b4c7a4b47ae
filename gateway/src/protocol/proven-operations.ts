import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../subgraph-call.js';

/** An operation that Apollo Server has read, found valid for one schema, and resolved. */
export type ProvenOperation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The name in the document; null when the operation has none. */
  readonly operationName: string | null;
  readonly queryHash: string;
};

/** Characters of texts remembered: more than all apps ask together, and bounded whatever clients send. */
const charactersMax = 1_000_000;

/** Remembers by its text what need not be proven again: parsing, validation and the choice of the operation depend on nothing else of a request. */
export class ProvenOperations {
  readonly #bySource = new Map<string, Map<string | undefined, ProvenOperation>>();
  #characters = 0;

  /** The operation that a text and a name in the request mean in this schema, if that was proven before. */
  find(source: string, name: string | undefined, schema: GraphQLSchema): ProvenOperation | undefined {
    const proven = this.#bySource.get(source)?.get(name);
    return proven?.schema === schema ? proven : undefined;
  }

  /** Remembers what a text and a name mean; when there are too many, all are forgotten, and proven again as they are asked for. */
  note(source: string, name: string | undefined, proven: ProvenOperation): void {
    if (source.length > charactersMax) return;
    if (this.#characters + source.length > charactersMax) {
      this.#bySource.clear();
      this.#characters = 0;
    }
    const names = this.#bySource.get(source) ?? new Map<string | undefined, ProvenOperation>();
    // Each name counts, or one text could be kept under any number of them.
    if (!names.has(name)) this.#characters += source.length;
    this.#bySource.set(source, names.set(name, proven));
  }
}

/** Notes every operation that Apollo Server resolves. */
export function createProofPlugin(proven: ProvenOperations): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ source, request, schema, document, operation, operationName, queryHash }) {
          if (operation)
            proven.note(source, request.operationName, { schema, document, operation, operationName, queryHash });
        },
      };
    },
  };
}
