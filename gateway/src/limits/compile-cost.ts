import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../is-included.js';
import type { FieldInfo, SupergraphIndex, TypeInfo } from '../supergraph-index.js';
import { type Formula, multiply, sum, type Variables } from './cost-formula.js';
import type { CostRules } from './cost-rules.js';
import { inputCostOf } from './input-cost.js';
import { compilePageSize } from './page-size.js';

/** What a supergraph says about cost, and what is assumed where it says nothing. */
export type CostModel = {
  readonly index: SupergraphIndex;
  readonly rules: CostRules;
  readonly assumedListSize: number;
};

/** The cost of one operation before it runs, as a function of its variables alone. */
export type CompiledCost = {
  readonly estimate: Formula;
  /** The first page that is too long, or slicing arguments that are not as the schema wants them. */
  readonly checkPages: (variables: Variables, pageSizeMax: number) => GraphQLError | undefined;
};

/** What a mutation costs before its fields; queries cost nothing but theirs. */
export const mutationCost = 10;

/**
 * Compiles the estimate of one operation by the IBM cost specification as Apollo's router applies it: a field costs its items times its
 * weight and its selections, plus its arguments once. Fragments are written out, so the operation must have passed the limit on
 * selections before.
 */
export function compileCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  model: CostModel,
): CompiledCost {
  const compiler = new CostCompiler(document, model);
  const root = model.index.rootType(operation.operation);
  const fields = compiler.selectionSet(operation.selectionSet, root, undefined);
  const checks = compiler.checks;
  return {
    estimate: sum([operation.operation === 'mutation' ? mutationCost : 0, fields]),
    checkPages(variables, pageSizeMax) {
      for (const check of checks) {
        const error = check(variables, pageSizeMax);
        if (error) return error;
      }
      return undefined;
    },
  };
}

type SizedFields = { readonly names: ReadonlySet<string>; readonly size: Formula };
type PageCheck = CompiledCost['checkPages'];

class CostCompiler {
  readonly checks: PageCheck[] = [];
  readonly #model: CostModel;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #open = new Set<string>();

  constructor(document: DocumentNode, model: CostModel) {
    this.#model = model;
    this.#fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
  }

  selectionSet(set: SelectionSetNode, type: TypeInfo | undefined, sized: SizedFields | undefined): Formula {
    return sum(set.selections.map((selection) => whenIncluded(selection, this.#selection(selection, type, sized))));
  }

  #selection(selection: SelectionNode, type: TypeInfo | undefined, sized: SizedFields | undefined): Formula {
    if (selection.kind === Kind.FIELD) return type ? this.#field(selection, type, sized) : 0;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const inner = condition === undefined ? type : this.#model.index.types.get(condition);
      return this.selectionSet(selection.selectionSet, inner, sized);
    }
    const name = selection.name.value;
    const fragment = this.#fragments.get(name);
    if (!fragment || this.#open.has(name)) return 0;
    this.#open.add(name);
    const inner = this.#model.index.types.get(fragment.typeCondition.name.value);
    const cost = this.selectionSet(fragment.selectionSet, inner, sized);
    this.#open.delete(name);
    return cost;
  }

  #field(field: FieldNode, type: TypeInfo, sized: SizedFields | undefined): Formula {
    const info = type.fields.get(field.name.value);
    if (!info) return field.name.value === '_entities' ? this.#entities(field) : 0;
    const { rules, index } = this.#model;
    const { size, below } = this.#sizeOf(field, { type, info, sized });
    const returned = index.types.get(info.namedType);
    const selections = field.selectionSet ? this.selectionSet(field.selectionSet, returned, below) : 0;
    const items = multiply(size, sum([rules.ofField(type, info), selections]));
    return sum([items, ...inputCostOf(field, info, this.#model)]);
  }

  /** Items of the field, and the size that fields below it have. */
  #sizeOf(
    field: FieldNode,
    { type, info, sized }: { type: TypeInfo; info: FieldInfo; sized: SizedFields | undefined },
  ): { readonly size: Formula; readonly below: SizedFields | undefined } {
    const { rules, assumedListSize } = this.#model;
    const listSize = rules.listSizeOf(type, info);
    const page = listSize && compilePageSize(field, info, { ...listSize, fallback: assumedListSize });
    if (page)
      this.checks.push((variables, most) => (isIncluded(field, variables) ? page.check(variables, most) : undefined));
    const fromAbove = sized?.names.has(field.name.value) ? sized.size : undefined;
    if (!page || listSize.sizedFields.length === 0)
      return { size: itemsOf(info, fromAbove ?? page?.size, assumedListSize), below: undefined };
    return {
      size: itemsOf(info, fromAbove, assumedListSize),
      below: { names: new Set(listSize.sizedFields), size: page.size },
    };
  }

  /** How a service is asked for entities: as many as there are representations, each of the type its fragment names. */
  #entities(field: FieldNode): Formula {
    const value = field.arguments?.find(({ name }) => name.value === 'representations')?.value;
    const count: Formula = (variables) => {
      const list = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
      return Array.isArray(list) ? list.length : 1;
    };
    const each = field.selectionSet ? this.selectionSet(field.selectionSet, undefined, undefined) : 0;
    return multiply(count, sum([1, each]));
  }
}

/** Items of a field of a known or assumed length; of lists in lists only the outer one has a length that anybody told. */
function itemsOf({ listDepth }: FieldInfo, known: Formula | undefined, assumedListSize: number): Formula {
  return listDepth === 0 ? 1 : multiply(known ?? assumedListSize, assumedListSize ** (listDepth - 1));
}

/** A selection costs nothing in requests that leave it out. */
function whenIncluded(selection: SelectionNode, formula: Formula): Formula {
  if (formula === 0 || !selection.directives?.some(isCondition)) return formula;
  return (variables) => {
    if (!isIncluded(selection, variables)) return 0;
    return typeof formula === 'number' ? formula : formula(variables);
  };
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}
