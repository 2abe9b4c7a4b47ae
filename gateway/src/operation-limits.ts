import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { HttpProblem } from './http-problem.js';

/** Tokens in one document; parsing stops there. */
export const tokensMax = 10_000;

/** Fields below each other in one operation. */
export const depthMax = 15;

/** Brackets inside each other in the text of a document: generous next to depthMax, and far from what exhausts the stack. */
const nestingMax = 100;

const punctuation = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n\r]*|[{}[\]()]/g;

/**
 * Refuses text so deeply nested that graphql-js's recursive parser and validators would exhaust the stack: it must run before them.
 * Throws an HttpProblem with OPERATION_LIMIT_EXCEEDED and status 400.
 */
export function checkTextNesting(source: string): void {
  let depth = 0;
  for (const [token] of source.matchAll(punctuation)) {
    if (token === '{' || token === '[' || token === '(') depth += 1;
    else if (token === '}' || token === ']' || token === ')') depth -= 1;
    if (depth > nestingMax) {
      throw new HttpProblem(`The document is nested deeper than ${nestingMax} levels.`, {
        status: 400,
        code: 'OPERATION_LIMIT_EXCEEDED',
      });
    }
  }
}

/** Validation rule: no operation asks for fields more than depthMax levels deep. Introspection has its own limit in graphql-js. */
export const depthLimitRule: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const depthOfFragment = new Map<string, number>();
  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet, context, depthOfFragment);
      if (depth > depthMax)
        context.reportError(limitError(`The operation is ${depth} levels deep; ${depthMax} are allowed.`));
      return false;
    },
  };
};

/** Validation rule: the schema has the kind of operation asked for. graphql-js checks this only when it executes. */
export const knownOperationKindRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    if (context.getSchema().getRootType(operation.operation)) return undefined;
    context.reportError(new GraphQLError(`This graph has no ${operation.operation} operations.`, { nodes: operation }));
    return false;
  },
});

type FragmentDepths = Map<string, number>;

function depthOf(selections: SelectionSetNode, context: ValidationContext, known: FragmentDepths): number {
  let deepest = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      deepest = Math.max(deepest, depthOfSpread(context.getFragment(selection.name.value), context, known));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(selection.selectionSet, context, known));
    } else if (!selection.name.value.startsWith('__')) {
      deepest = Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, known) : 0));
    }
  }
  return deepest;
}

/** Each fragment is measured once, so that fragments spreading fragments cost no more than their text. */
function depthOfSpread(
  fragment: FragmentDefinitionNode | null | undefined,
  context: ValidationContext,
  known: FragmentDepths,
): number {
  if (!fragment) return 0;
  const measured = known.get(fragment.name.value);
  if (measured !== undefined) return measured;
  // A fragment inside itself counts nothing here; another rule refuses it.
  known.set(fragment.name.value, 0);
  const depth = depthOf(fragment.selectionSet, context, known);
  known.set(fragment.name.value, depth);
  return depth;
}

function limitError(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_LIMIT_EXCEEDED', http: { status: 400 } } });
}
