/** A number that may depend on the variables of a request. Parts that do not are added up once. */
export type Formula = number | ((variables: Variables) => number);

/** The variables of one request, defaults included. */
export type Variables = Readonly<Record<string, unknown>>;

/** The value of a formula for one request. */
export function evaluate(formula: Formula, variables: Variables): number {
  return typeof formula === 'number' ? formula : formula(variables);
}

/** The sum of formulas; a number when all of them are. */
export function sum(formulas: readonly Formula[]): Formula {
  let fixed = 0;
  const dynamic: ((variables: Variables) => number)[] = [];
  for (const formula of formulas) {
    if (typeof formula === 'number') fixed += formula;
    else dynamic.push(formula);
  }
  if (dynamic.length === 0) return fixed;
  return (variables) => {
    let total = fixed;
    for (const part of dynamic) total += part(variables);
    return total;
  };
}

/** The product of two formulas; a number when both are, or when one is zero. */
export function multiply(left: Formula, right: Formula): Formula {
  if (left === 0 || right === 0) return 0;
  if (typeof left === 'number' && typeof right === 'number') return left * right;
  if (left === 1) return right;
  if (right === 1) return left;
  return (variables) => evaluate(left, variables) * evaluate(right, variables);
}
