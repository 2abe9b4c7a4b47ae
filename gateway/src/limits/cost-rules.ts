import type { ConstDirectiveNode } from 'graphql';
import {
  argumentsOf,
  type FieldInfo,
  type InputInfo,
  type SupergraphIndex,
  type TypeInfo,
} from '../supergraph-index.js';

/** How long the list behind a field is, as `@listSize` of the IBM cost specification tells. */
export type ListSize = {
  /** Arguments whose value is the size. */
  readonly slicingArguments: readonly string[];
  readonly assumedSize: number | undefined;
  /** Fields of the answer that are the list; without them the field itself is. */
  readonly sizedFields: readonly string[];
  readonly requiresOneSlicingArgument: boolean;
};

/** What the supergraph says about cost; weights are those of one item. */
export type CostRules = {
  /** The weight of a field, its type's where it has none of its own. */
  ofField(type: TypeInfo, field: FieldInfo): number;
  /** The weight of an argument or input field, its type's where it has none of its own. */
  ofInput(input: InputInfo): number;
  listSizeOf(type: TypeInfo, field: FieldInfo): ListSize | undefined;
};

/**
 * Reads `@cost` and `@listSize`, whatever the services call them. Without a weight an object costs 1, input objects included, and a
 * scalar or enum nothing; behind an interface or union the dearest type counts. A field without `@listSize` that takes `first` or
 * `last` is taken for a connection, so that a page that nobody described is not taken for short.
 */
export function readCostRules(index: SupergraphIndex, pageSize: number): CostRules {
  const cost = index.localName('cost', 'cost');
  const listSize = index.localName('cost', 'listSize');
  const weightAt = (directives: readonly ConstDirectiveNode[]): number | undefined => {
    const directive = directives.find(({ name }) => name.value === cost);
    const weight = directive && Number(argumentsOf(directive)['weight']);
    return weight !== undefined && Number.isFinite(weight) ? weight : undefined;
  };
  const ofType = (name: string): number => {
    const type = index.types.get(name);
    if (!type) return 0;
    const own = weightAt(type.directives);
    if (own !== undefined) return own;
    if (type.kind === 'scalar' || type.kind === 'enum') return 0;
    const members = [...type.possibleTypes].filter((member) => member !== name);
    return Math.max(1, ...members.map(ofType));
  };
  const implementers = (type: TypeInfo, field: FieldInfo): readonly FieldInfo[] =>
    [...type.possibleTypes].flatMap((name) => index.types.get(name)?.fields.get(field.name) ?? []);
  return {
    ofField(type, field) {
      const weights = [field, ...implementers(type, field)].map(({ directives }) => weightAt(directives) ?? -Infinity);
      const dearest = Math.max(...weights);
      return dearest === -Infinity ? ofType(field.namedType) : dearest;
    },
    ofInput: (input) => weightAt(input.directives) ?? ofType(input.namedType),
    listSizeOf(type, field) {
      const described = [field, ...implementers(type, field)].find((one) => findNamed(one, listSize));
      const directive = described && findNamed(described, listSize);
      return directive ? readListSize(directive) : connectionSize(field, pageSize);
    },
  };
}

function findNamed({ directives }: FieldInfo, directiveName: string): ConstDirectiveNode | undefined {
  return directives.find(({ name }) => name.value === directiveName);
}

function readListSize(directive: ConstDirectiveNode): ListSize {
  const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } = argumentsOf(directive);
  return {
    slicingArguments: textsOf(slicingArguments),
    assumedSize: assumedSize === undefined || assumedSize === null ? undefined : Number(assumedSize),
    sizedFields: textsOf(sizedFields),
    requiresOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}

function connectionSize(field: FieldInfo, pageSize: number): ListSize | undefined {
  const slicingArguments = ['first', 'last'].filter((name) => field.args.get(name)?.namedType === 'Int');
  if (slicingArguments.length === 0) return undefined;
  const sizedFields = field.listDepth > 0 ? [] : ['edges', 'nodes'];
  return { slicingArguments, assumedSize: pageSize, sizedFields, requiresOneSlicingArgument: false };
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
