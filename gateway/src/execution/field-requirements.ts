import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** A field of the planner's supergraph that stands for one field with fixed arguments. */
export type RequiredField = { readonly fieldName: string; readonly arguments: readonly ArgumentNode[] };

type FieldOwner = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Gives every field that a `@requires` asks with arguments a field of its own in the planner's copy of the supergraph, so that the same
 * field with other arguments, asked by a client or by another `@requires`, never shares its place in an answer.
 */
export class FieldRequirements {
  readonly fields = new Map<string, RequiredField>();
  readonly #prefix: string;
  readonly #owners = new Map<string, FieldOwner>();
  readonly #names = new Map<string, string>();
  readonly #added = new Map<string, FieldDefinitionNode[]>();

  constructor(supergraph: DocumentNode, prefix: string) {
    this.#prefix = prefix;
    for (const node of supergraph.definitions) if (isFieldOwner(node)) this.#owners.set(node.name.value, node);
  }

  /** The field set of a `@requires` on this type, with fields that take arguments replaced. */
  rewrite(typeName: string, fieldSet: string): string {
    const { definitions } = parse(`{${fieldSet}}`, { noLocation: true });
    const [operation] = definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return fieldSet;
    const text = print(this.#rewriteSelections(typeName, operation.selectionSet));
    return text.slice(1, -1).replaceAll(/\s+/g, ' ').trim();
  }

  /** Fields to add to a type; they may have requirements of their own, which were rewritten already. */
  addedTo(typeName: string): readonly FieldDefinitionNode[] {
    return this.#added.get(typeName) ?? [];
  }

  #rewriteSelections(typeName: string, { selections }: SelectionSetNode): SelectionSetNode {
    return {
      kind: Kind.SELECTION_SET,
      selections: selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return this.#rewriteField(typeName, selection);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
        const condition = selection.typeCondition?.name.value ?? typeName;
        return { ...selection, selectionSet: this.#rewriteSelections(condition, selection.selectionSet) };
      }),
    };
  }

  #rewriteField(typeName: string, node: FieldNode): FieldNode {
    const definition = fieldOf(this.#owners.get(typeName), node.name.value);
    if (!definition) return node;
    const selectionSet = node.selectionSet && this.#rewriteSelections(nameOf(definition.type), node.selectionSet);
    if (!definition.arguments?.length) return { ...node, selectionSet };
    const name = this.#nameFor(node);
    this.#addWithInterfaces(typeName, node.name.value, name);
    return { ...node, name: { kind: Kind.NAME, value: name }, arguments: [], selectionSet };
  }

  #nameFor(node: FieldNode): string {
    const identity = print({ ...node, selectionSet: undefined });
    const known = this.#names.get(identity);
    if (known !== undefined) return known;
    const name = `${this.#prefix}${this.#names.size}`;
    this.#names.set(identity, name);
    this.fields.set(name, { fieldName: node.name.value, arguments: node.arguments ?? [] });
    return name;
  }

  /** An interface's field must stand on every type that implements it, and the other way round does no harm. */
  #addWithInterfaces(typeName: string, fieldName: string, name: string): void {
    for (const owner of this.#owners.values()) {
      const implementsIt = owner.interfaces?.some((one) => one.name.value === typeName);
      const definition = fieldOf(owner, fieldName);
      if (!definition || (owner.name.value !== typeName && !implementsIt)) continue;
      const added = this.#added.get(owner.name.value) ?? [];
      if (added.some((field) => field.name.value === name)) continue;
      this.#added.set(owner.name.value, [...added, this.#copyOf(definition, owner.name.value, name)]);
    }
  }

  #copyOf(definition: FieldDefinitionNode, typeName: string, name: string): FieldDefinitionNode {
    return {
      kind: Kind.FIELD_DEFINITION,
      name: { kind: Kind.NAME, value: name },
      type: definition.type,
      directives: definition.directives
        ?.filter((directive) => directive.name.value === 'join__field')
        .map((directive) => this.rewriteJoin(typeName, directive)),
    };
  }

  /** A `@join__field` with the field set of its `requires` rewritten. */
  rewriteJoin(typeName: string, directive: ConstDirectiveNode): ConstDirectiveNode {
    return {
      ...directive,
      arguments: directive.arguments?.map((argument) =>
        argument.name.value === 'requires' && argument.value.kind === Kind.STRING
          ? { ...argument, value: { kind: Kind.STRING, value: this.rewrite(typeName, argument.value.value) } }
          : argument,
      ),
    };
  }
}

function isFieldOwner(node: DefinitionNode): node is FieldOwner {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function fieldOf(owner: FieldOwner | undefined, name: string): FieldDefinitionNode | undefined {
  return owner?.fields?.find((field) => field.name.value === name);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
