import { type ConstDirectiveNode, type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { RequiredField } from './field-requirements.js';

/** Which inputs each field of each service needs. */
export type RequirementIndex = {
  readonly requiredFields: ReadonlyMap<string, RequiredField>;
  /** Inputs with arguments: where each stands in a representation, and the planner's name of the field that gives it. */
  readonly inputsOf: (typeName: string, fieldName: string, service: string) => ReadonlyMap<string, string>;
  /** Names in the field set of the field's `@requires`; none when it has no requirement. */
  readonly requiredBy: (typeName: string, fieldName: string, service: string) => ReadonlySet<string>;
  /** Names in the keys of a type. */
  readonly keyFieldsOf: (typeName: string, service: string) => ReadonlySet<string>;
};

const none: ReadonlyMap<string, string> = new Map();
const nothing: ReadonlySet<string> = new Set();

/** Reads every `@requires` and every key from the planner's supergraph. */
export function indexRequirements(
  supergraph: DocumentNode,
  requiredFields: ReadonlyMap<string, RequiredField>,
): RequirementIndex {
  const inputs = new Map<string, ReadonlyMap<string, string>>();
  const required = new Map<string, ReadonlySet<string>>();
  const keys = new Map<string, Set<string>>();
  const services = serviceNames(supergraph);
  const addressOf = (coordinate: string, join: ConstDirectiveNode): string =>
    `${coordinate} ${services.get(textArgument(join, 'graph') ?? '') ?? ''}`;
  for (const { coordinate, join } of joinsOf(supergraph)) {
    const address = addressOf(coordinate, join);
    const requires = textArgument(join, 'requires');
    if (requires !== undefined) {
      inputs.set(address, readInputs(requires, requiredFields));
      required.set(address, topLevelNames(requires));
    }
    const key = textArgument(join, 'key');
    if (key !== undefined) keys.set(address, new Set([...(keys.get(address) ?? []), ...topLevelNames(key)]));
  }
  return {
    requiredFields,
    inputsOf: (typeName, fieldName, service) => inputs.get(`${typeName}.${fieldName} ${service}`) ?? none,
    requiredBy: (typeName, fieldName, service) => required.get(`${typeName}.${fieldName} ${service}`) ?? nothing,
    keyFieldsOf: (typeName, service) => keys.get(`${typeName} ${service}`) ?? nothing,
  };
}

function topLevelNames(fieldSet: string): Set<string> {
  const names = new Set<string>();
  const read = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet);
    }
  };
  read(selectionsOf(fieldSet));
  return names;
}

function selectionsOf(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A field set is not one.');
  return definition.selectionSet;
}

/** Every join of a type or of one of its fields, with what it stands on. */
function joinsOf(supergraph: DocumentNode): { coordinate: string; join: ConstDirectiveNode }[] {
  return supergraph.definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const { value } = type.name;
    return [
      ...(type.directives ?? []).map((join) => ({ coordinate: value, join })),
      ...(type.fields ?? []).flatMap(({ name, directives = [] }) =>
        directives.map((join) => ({ coordinate: `${value}.${name.value}`, join })),
      ),
    ];
  });
}

function readInputs(fieldSet: string, requiredFields: ReadonlyMap<string, RequiredField>): Map<string, string> {
  const inputs = new Map<string, string>();
  const read = ({ selections }: SelectionSetNode, parent: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet, parent);
      if (selection.kind !== Kind.FIELD) continue;
      const required = requiredFields.get(selection.name.value);
      const path = `${parent}/${required?.fieldName ?? selection.name.value}`;
      if (required) inputs.set(path, selection.name.value);
      if (selection.selectionSet) read(selection.selectionSet, path);
    }
  };
  read(selectionsOf(fieldSet), '');
  return inputs;
}

/** Services by the name of their value in `join__Graph`. */
function serviceNames(supergraph: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? [])
      for (const directive of value.directives ?? [])
        names.set(value.name.value, textArgument(directive, 'name') ?? value.name.value);
  }
  return names;
}

function textArgument({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
