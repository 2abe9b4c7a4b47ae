import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { tooLargeToPlan } from './planning-errors.js';
import type { ResponseNames } from './response-names.js';

/** Selections of one operation with all its fragments written out; real operations have hundreds. */
const selectionsMax = 50_000;

/** What selections are written with. */
export type SelectionSource = {
  readonly schema: GraphQLSchema;
  readonly names: ResponseNames;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

type PossibleTypes = ReadonlySet<GraphQLObjectType>;

/** A type that selections are written for, and the object types that can be there. */
type Place = { readonly typeName: string; readonly possible: PossibleTypes };

/**
 * Writes a client's selections for the planner: in names the gateway owns, and with fragments at most one deep, each on types that its
 * objects can have. The planner fails over fragments in fragments that have few types in common, or none.
 */
export class PlanSelections {
  readonly #source: SelectionSource;
  #count = 0;

  constructor(source: SelectionSource) {
    this.#source = source;
  }

  /** The fields of a root type. Throws a GraphQLError when fragments multiply to more than can be planned. */
  write(rootType: GraphQLObjectType, fields: readonly FieldNode[]): SelectionSetNode {
    return this.#selectionSet({ kind: Kind.SELECTION_SET, selections: fields }, this.#everythingOf(rootType.name));
  }

  #selectionSet(selectionSet: SelectionSetNode, place: Place): SelectionSetNode {
    const selections = this.#flatten(selectionSet, place, place);
    return selections.length === 0 ? onlyTypename : { kind: Kind.SELECTION_SET, selections };
  }

  /** What a fragment selects `here`, as it is to stand at the `place` of the field above it. */
  #flatten({ selections }: SelectionSetNode, here: Place, place: Place): SelectionNode[] {
    this.#count += selections.length;
    if (this.#count > selectionsMax) throw tooLargeToPlan();
    const fields = selections.flatMap((one) => (one.kind === Kind.FIELD ? this.#field(one, here) : []));
    const below = selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) return [];
      const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : this.#source.fragments.get(one.name.value);
      if (!fragment) throw new GraphQLError('Unknown fragment.');
      const typeName = fragment.typeCondition?.name.value ?? here.typeName;
      const possible = intersection(here.possible, this.#everythingOf(typeName).possible);
      return possible.size === 0 ? [] : this.#flatten(fragment.selectionSet, { typeName, possible }, place);
    });
    return [...(fields.length === 0 ? [] : this.#onTypes(fields, here, place)), ...below];
  }

  #onTypes(selections: readonly FieldNode[], { typeName, possible }: Place, place: Place): SelectionNode[] {
    if (typeName === place.typeName && possible.size === place.possible.size) return [...selections];
    const matching = intersection(place.possible, this.#everythingOf(typeName).possible);
    // Fragments around this one may have narrowed it to types that no one condition names.
    const conditions = matching.size === possible.size ? [typeName] : [...possible].map(({ name }) => name);
    return conditions.map((condition) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } },
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    }));
  }

  #field(node: FieldNode, { typeName }: Place): FieldNode[] {
    // Wherever it stands, the gateway answers it itself.
    if (isIntrospection(node)) return [];
    const type = getNamedType(this.#fieldOf(typeName, node.name.value).type);
    const name = this.#source.names.nameOf(node);
    return [
      {
        ...node,
        alias: name === node.name.value ? undefined : { kind: Kind.NAME, value: name },
        selectionSet: node.selectionSet && this.#selectionSet(node.selectionSet, this.#everythingOf(type.name)),
      },
    ];
  }

  #fieldOf(typeName: string, fieldName: string): GraphQLField<unknown, unknown> {
    if (fieldName === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    const type = this.#source.schema.getType(typeName);
    const definition = type && 'getInterfaces' in type ? type.getFields()[fieldName] : undefined;
    if (!definition) throw new GraphQLError(`Unknown field "${fieldName}".`);
    return definition;
  }

  #everythingOf(typeName: string): Place {
    const type = this.#source.schema.getType(typeName);
    if (!isCompositeType(type)) return { typeName, possible: new Set() };
    const types = isAbstractType(type) ? this.#source.schema.getPossibleTypes(type) : [type].filter(isObjectType);
    return { typeName, possible: new Set(types) };
  }
}

function intersection(left: PossibleTypes, right: PossibleTypes): PossibleTypes {
  return new Set([...left].filter((type) => right.has(type)));
}

/** True for `__schema` and `__type`. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

/** What is left to ask of an object of which nothing else is. */
const onlyTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: TypeNameMetaFieldDef.name } }],
};
