import {
  type GraphQLArgument,
  type GraphQLInputType,
  GraphQLBoolean,
  GraphQLNonNull,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Choices } from './choices.js';
import { makeInputValue, mustBeGiven } from './input-values.js';

/** Names that a gateway may use for variables of its own. */
const nastyNames = ['representations', 'representations_0', 'if', '_0', 'v', 'arg0', 'input', 'id', 'key0', '_v0'];

type Position = { readonly type: GraphQLInputType; readonly hasDefault: boolean };

/** The variables of one operation, made where an argument or a condition wants one. */
export class OperationVariables {
  readonly #choices: Choices;
  readonly #written: string[] = [];
  readonly #values = new Map<string, unknown>();
  readonly #names = new Set<string>();
  readonly #reusable: { readonly name: string; readonly type: string }[] = [];

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /** `($v0: Int = 3, …)`, or nothing. */
  get definitions(): string {
    return this.#written.length === 0 ? '' : `(${this.#written.join(', ')})`;
  }

  /** What the client sends; variables left to their default are absent. */
  get values(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#values);
  }

  /** ` @include(if: …)`, ` @skip(if: …)`, both, or nothing. */
  conditions(): string {
    const condition = (name: string): string => {
      const type = new GraphQLNonNull(GraphQLBoolean);
      // A literal that always leaves its field out would only make the operation smaller, so it is rare.
      const literal = this.#choices.once(8) ? name === 'skip' : name === 'include';
      const value = this.#choices.once(2) ? this.#variable({ type, hasDefault: false }) : String(literal);
      return ` @${name}(if: ${value})`;
    };
    const kind = this.#choices.below(20);
    if (kind < 16) return '';
    if (kind === 19) return condition('skip') + condition('include');
    return condition(kind === 18 ? 'skip' : 'include');
  }

  /** `(a: 1, b: $v0)`, or nothing. */
  arguments(declared: readonly GraphQLArgument[]): string {
    const given = declared.filter((argument) => mustBeGiven(argument) || this.#choices.once(2));
    if (given.length === 0) return '';
    const parts = given.map((argument) => {
      const hasDefault = argument.defaultValue !== undefined;
      return `${argument.name}: ${this.#write({ type: argument.type, hasDefault }, 0)}`;
    });
    return `(${parts.join(', ')})`;
  }

  #write(position: Position, depth: number): string {
    if (this.#choices.once(3)) return this.#variable(position);
    const type = isNonNullType(position.type) ? position.type.ofType : position.type;
    if (depth > 2 || !this.#choices.once(2)) return makeInputValue(this.#choices, position.type, depth).literal;
    if (isListType(type)) return `[${this.#write({ type: type.ofType, hasDefault: false }, depth + 1)}]`;
    if (!isInputObjectType(type)) return makeInputValue(this.#choices, position.type, depth).literal;
    const fields = Object.values(type.getFields())
      .filter((field) => isRequiredInputField(field) || this.#choices.once(2))
      .map(
        (field) =>
          `${field.name}: ${this.#write({ type: field.type, hasDefault: field.defaultValue !== undefined }, depth + 1)}`,
      );
    return `{ ${fields.join(', ')} }`;
  }

  /** A variable that may stand at the position; one made earlier with the same type is used again at times. */
  #variable(position: Position): string {
    const known = this.#reusable.filter((variable) => variable.type === String(position.type));
    if (known.length > 0 && this.#choices.once(2)) return `$${this.#choices.of(known).name}`;
    return this.#newVariable(position);
  }

  #newVariable({ type, hasDefault }: Position): string {
    const name = this.#newName();
    // A nullable variable may stand where null may not, as long as one side has a default.
    const isLoose = isNonNullType(type) && hasDefault && this.#choices.once(2);
    const own = isLoose ? type.ofType : type;
    const defaultValue = this.#choices.once(3) ? ` = ${makeInputValue(this.#choices, type).literal}` : '';
    this.#written.push(`$${name}: ${String(own)}${defaultValue}`);
    const mayBeLeftOut = defaultValue !== '' || !isNonNullType(own);
    if (!mayBeLeftOut || !this.#choices.once(2)) this.#values.set(name, makeInputValue(this.#choices, type).json);
    if (!isLoose) this.#reusable.push({ name, type: String(type) });
    return `$${name}`;
  }

  #newName(): string {
    const wish = this.#choices.once(4) ? this.#choices.of(nastyNames) : 'v0';
    let name = wish;
    for (let suffix = 1; this.#names.has(name); suffix += 1) name = `v${suffix}`;
    this.#names.add(name);
    return name;
  }
}
