import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Choices } from './choices.js';
import { introspections } from './introspections.js';
import { OperationVariables } from './operation-variables.js';
import { ResponseNames } from './response-names.js';
import { fieldNamesOf, overlappingTypes } from './schema-facts.js';

/** Response names that meet what a gateway or JavaScript may use for itself; fields of the schema are added to them. */
const nastyAliases = [
  ...['__typename', '_entities', 'representations', '_0', '_1', 'f0', 'a0', '_key', '__key', 'id', 'key', 'key_id'],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'then', 'length', 'data', 'errors', '_g0', 'g0_id'],
];

const deepest = 5;

type Fragment = {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly path: readonly string[];
  readonly uses: ReturnType<ResponseNames['record']>['uses'];
  readonly text: string;
};

type Place = { readonly type: GraphQLCompositeType; readonly path: readonly string[]; readonly depth: number };

/** Writes selections of a schema as text, keeping track of names, fragments and variables of the one operation they belong to. */
export class SelectionWriter {
  readonly variables: OperationVariables;
  readonly fragments: Fragment[] = [];
  readonly #schema: GraphQLSchema;
  readonly #choices: Choices;
  readonly #names = new ResponseNames();
  readonly #aliases: readonly string[];
  #selectionsLeft = 40;
  #openFragments = 0;

  constructor(schema: GraphQLSchema, choices: Choices) {
    this.#schema = schema;
    this.#choices = choices;
    this.variables = new OperationVariables(choices);
    this.#aliases = [...nastyAliases, ...fieldNamesOf(schema)];
  }

  /** `{ … }` for a type: at least one selection. */
  write({ type, path, depth }: Place): string {
    const parts: string[] = [];
    do {
      this.#selectionsLeft -= 1;
      parts.push(this.#selection({ type, path, depth }));
    } while (depth <= deepest && this.#selectionsLeft > 0 && this.#choices.below(4) > 0);
    return `{ ${parts.join(' ')} }`;
  }

  #selection(place: Place): string {
    const isDeep = place.depth > deepest || this.#selectionsLeft < 0;
    const kind = isDeep ? 0 : this.#choices.below(8);
    if (kind === 7) return this.#spread(place);
    if (kind === 6 || (kind > 2 && isAbstractType(place.type))) return this.#inlineFragment(place);
    return this.#field(place);
  }

  #field(place: Place): string {
    const { type, path, depth } = place;
    const isRoot = type === this.#schema.getQueryType();
    if (isRoot && this.#choices.once(12)) return this.#introspection(place);
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const eligible = depth > deepest || this.#selectionsLeft < 0 ? fields.filter(isLeafField) : fields;
    const pick = this.#choices.below(eligible.length + 1);
    const field = eligible[pick];
    // A leaf is the simplest choice, yet not every type has one.
    if (!field) return this.#named(place, { call: '__typename', name: '__typename', type: 'String!' });
    const call = `${field.name}${this.variables.arguments(field.args)}`;
    const named = getNamedType(field.type);
    const name = this.#takeName(place, { call, name: field.name, type: String(field.type) });
    const conditions = this.variables.conditions();
    const below = isCompositeType(named)
      ? ` ${this.write({ type: named, path: [...path, name], depth: depth + 1 })}`
      : '';
    return `${prefix(name, field.name)}${call}${conditions}${below}`;
  }

  #introspection(place: Place): string {
    const { call, body } = this.#choices.of(introspections(this.#schema));
    return `${this.#named(place, { call: `${call} ${body}`, name: call.split('(')[0] ?? '', type: call })}`;
  }

  #named(place: Place, field: { call: string; name: string; type: string }): string {
    const name = this.#takeName(place, field);
    const [call, ...body] = field.call.split(' ');
    return [`${prefix(name, field.name)}${call}${this.variables.conditions()}`, ...body].join(' ');
  }

  /** Mostly the field's own name, else a nasty one, else a number: whatever is free. */
  #takeName(
    { type, path }: Place,
    { call, name, type: fieldType }: { call: string; name: string; type: string },
  ): string {
    const field = { parentType: type.name, isObjectParent: isObjectType(type), call, type: fieldType };
    const wishes = [...(this.#choices.once(3) ? [this.#choices.of(this.#aliases)] : []), name];
    for (let number = 1; number < 100; number += 1) wishes.push(`${name}${number}`);
    const free = wishes.find((wish) => this.#names.isFree({ path, name: wish }, field));
    if (free === undefined) throw new Error('Every name is taken.');
    this.#names.take({ path, name: free }, field);
    return free;
  }

  #inlineFragment(place: Place): string {
    const type = this.#condition(place.type);
    const isPlain = type === place.type && this.#choices.once(3);
    const head = `...${isPlain ? '' : ` on ${type.name}`}${this.variables.conditions()}`;
    return `${head} ${this.write({ type, path: place.path, depth: place.depth + 1 })}`;
  }

  #spread(place: Place): string {
    const usable = this.fragments.filter((fragment) =>
      overlappingTypes(this.#schema, place.type).includes(fragment.type),
    );
    const known = this.#choices.once(3) && usable.length > 0 ? this.#choices.of(usable) : undefined;
    if (known && this.#names.repeat(known.uses, known.path, place.path))
      return `...${known.name}${this.variables.conditions()}`;
    if (this.#openFragments > 2) return this.#field(place);
    const type = this.#condition(place.type);
    this.#openFragments += 1;
    const { result, uses } = this.#names.record(() => this.write({ type, path: place.path, depth: place.depth + 1 }));
    this.#openFragments -= 1;
    // Named once it is complete, so that nothing inside could have spread it.
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, type, path: place.path, uses, text: `fragment ${name} on ${type.name} ${result}` });
    return `...${name}${this.variables.conditions()}`;
  }

  #condition(type: GraphQLCompositeType): GraphQLCompositeType {
    return this.#choices.once(3) ? type : this.#choices.of(overlappingTypes(this.#schema, type));
  }
}

function prefix(name: string, fieldName: string): string {
  return name === fieldName ? '' : `${name}: `;
}

function isLeafField(field: GraphQLField<unknown, unknown>): boolean {
  return !isCompositeType(getNamedType(field.type));
}
