import {
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Choices } from './choices.js';

/** A value in both its spellings: as a literal of a document, and as JSON beside one. */
export type InputValue = { readonly literal: string; readonly json: unknown };

const texts = ['', 'a', 'b "quoted" \\ text', 'ünï', '__typename', '$v0'];
const deepest = 4;

/** Makes a valid value. Input objects leave out what they may at random, and always below a depth. */
export function makeInputValue(choices: Choices, type: GraphQLInputType, depth = 0): InputValue {
  if (isNonNullType(type)) return makePresent(choices, type.ofType, depth);
  return choices.once(6) ? { literal: 'null', json: null } : makePresent(choices, type, depth);
}

function makePresent(choices: Choices, type: GraphQLInputType, depth: number): InputValue {
  if (isNonNullType(type)) return makePresent(choices, type.ofType, depth);
  if (isListType(type)) return makeList(choices, type.ofType, depth);
  if (isInputObjectType(type)) return makeObject(choices, type, depth);
  if (isEnumType(type)) {
    const name = choices.of(type.getValues()).name;
    return { literal: name, json: name };
  }
  return makeScalar(choices, type.name);
}

function makeList(choices: Choices, item: GraphQLInputType, depth: number): InputValue {
  // A value alone stands for a list of one, unless null or another list could be meant.
  if (choices.once(5) && !isListType(item) && depth < deepest) return makePresent(choices, item, depth + 1);
  const items = Array.from({ length: depth > deepest ? 0 : choices.below(3) }, () =>
    makeInputValue(choices, item, depth + 1),
  );
  return { literal: `[${items.map(({ literal }) => literal).join(', ')}]`, json: items.map(({ json }) => json) };
}

function makeObject(choices: Choices, type: GraphQLInputType, depth: number): InputValue {
  if (!isInputObjectType(type)) throw new Error('Not an input object.');
  const fields = Object.values(type.getFields())
    .filter((field) => isRequiredInputField(field) || (depth < deepest && choices.once(2)))
    .map((field) => ({ name: field.name, value: makeInputValue(choices, field.type, depth + 1) }));
  return {
    literal: `{ ${fields.map(({ name, value }) => `${name}: ${value.literal}`).join(', ')} }`,
    json: Object.fromEntries(fields.map(({ name, value }) => [name, value.json])),
  };
}

function makeScalar(choices: Choices, name: string): InputValue {
  switch (name) {
    case 'Int':
      return same(choices.below(7) - 3);
    case 'Float':
      return same(choices.of([0, 1.5, -2, 1e21]));
    case 'Boolean':
      return same(choices.once(2));
    case 'ID':
      return choices.once(3) ? same(choices.below(9)) : text(choices);
    case 'JSON':
      return choices.of([
        same(1),
        { literal: '{ id: 1, list: [null, "x"] }', json: { id: 1, list: [null, 'x'] } },
        { literal: '[[], {}]', json: [[], {}] },
      ]);
    default:
      return text(choices);
  }
}

function same(value: number | boolean): InputValue {
  return { literal: JSON.stringify(value), json: value };
}

function text(choices: Choices): InputValue {
  const value = choices.of(texts);
  return { literal: JSON.stringify(value), json: value };
}

/** Whether an argument must be given in every operation. */
export function mustBeGiven(argument: GraphQLArgument): boolean {
  return isNonNullType(argument.type) && argument.defaultValue === undefined;
}
