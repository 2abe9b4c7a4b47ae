import { GraphQLError, type ValidationRule } from 'graphql';

/** Validation rule: the schema has the kind of operation asked for. graphql-js checks this only when it executes. */
export const knownOperationKindRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (context.getSchema().getRootType(operation.operation)) return undefined;
    context.reportError(new GraphQLError(`This graph has no ${operation.operation} operations.`, { nodes: operation }));
    return false;
  },
});
