import { type ArgumentNode, type FieldNode, Kind, type ValueNode, valueFromASTUntyped, visit } from 'graphql';
import type { FieldInfo, InputInfo, SupergraphIndex } from '../supergraph-index.js';
import type { Formula, Variables } from './cost-formula.js';
import type { CostRules } from './cost-rules.js';

/** What the arguments of one field cost: each that is given counts its weight, input objects with everything inside them. */
export function inputCostOf(
  field: FieldNode,
  info: FieldInfo,
  { index, rules }: { readonly index: SupergraphIndex; readonly rules: CostRules },
): readonly Formula[] {
  return (field.arguments ?? []).flatMap((argument): Formula[] => {
    const input = info.args.get(argument.name.value);
    if (!input || !canCost(input)) return [];
    const score = (variables: Variables): number => scoreOf(input, valueOf(argument.value, variables));
    return [hasVariables(argument.value) ? score : score({})];
  });

  function canCost(input: InputInfo): boolean {
    return rules.ofInput(input) !== 0 || index.types.get(input.namedType)?.kind === 'input';
  }

  function scoreOf(input: InputInfo, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) return value.reduce((total: number, item: unknown) => total + scoreOf(input, item), 0);
    const own = rules.ofInput(input);
    const type = index.types.get(input.namedType);
    if (type?.kind !== 'input' || typeof value !== 'object') return own;
    return Object.entries(value).reduce((total, [name, item]) => {
      const inner = type.inputs.get(name);
      return inner ? total + scoreOf(inner, item) : total;
    }, own);
  }
}

/** The value of an argument for one request, undefined when it is not given. */
export function argumentValue(argument: ArgumentNode | undefined, variables: Variables): unknown {
  return argument && valueOf(argument.value, variables);
}

/** Whether an argument is the same for every request. */
export function hasVariables(value: ValueNode): boolean {
  let isDynamic = false;
  visit(value, { Variable: () => void (isDynamic = true) });
  return isDynamic;
}

function valueOf(value: ValueNode, variables: Variables): unknown {
  return value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value, variables);
}
