import { type ConstDirectiveNode, type DocumentNode, Kind, parse, type SelectionSetNode, visit } from 'graphql';
import type { RequiredField } from './field-requirements.js';

/** Which inputs each field of each service needs. */
export type RequirementIndex = {
  readonly requiredFields: ReadonlyMap<string, RequiredField>;
  /** Inputs with arguments: where each stands in a representation, and the planner's name of the field that gives it. */
  readonly inputsOf: (typeName: string, fieldName: string, service: string) => ReadonlyMap<string, string>;
};

const none: ReadonlyMap<string, string> = new Map();

/** Reads the field sets of every `@requires` with arguments from the planner's supergraph. */
export function indexRequirements(
  supergraph: DocumentNode,
  requiredFields: ReadonlyMap<string, RequiredField>,
): RequirementIndex {
  const inputs = new Map<string, ReadonlyMap<string, string>>();
  const services = serviceNames(supergraph);
  if (requiredFields.size > 0)
    for (const { coordinate, join } of joinsOf(supergraph)) {
      const requires = textArgument(join, 'requires');
      const service = services.get(textArgument(join, 'graph') ?? '');
      if (requires !== undefined && service !== undefined)
        inputs.set(`${coordinate} ${service}`, readInputs(requires, requiredFields));
    }
  return {
    requiredFields,
    inputsOf: (typeName, fieldName, service) => inputs.get(`${typeName}.${fieldName} ${service}`) ?? none,
  };
}

/** Every `@join__field` with the field it stands on. */
function joinsOf(supergraph: DocumentNode): { coordinate: string; join: ConstDirectiveNode }[] {
  return supergraph.definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    return (type.fields ?? []).flatMap(({ name, directives = [] }) =>
      directives.map((join) => ({ coordinate: `${type.name.value}.${name.value}`, join })),
    );
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
  visit(parse(`{${fieldSet}}`), {
    OperationDefinition: ({ selectionSet }) => {
      read(selectionSet, '');
      return false;
    },
  });
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
