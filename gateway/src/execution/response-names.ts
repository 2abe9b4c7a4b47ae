import { type FieldNode, type ObjectFieldNode, print, type ValueNode } from 'graphql';

/**
 * Names that the gateway owns for what clients ask. A field with an alias or with arguments is fetched under such a name, so
 * that no word of a client ever stands where another service reads a key or a `@requires` input.
 */
export class ResponseNames {
  readonly #prefix: string;
  readonly #names = new Map<string, string>();

  /** `prefix` must not begin the name of any field in the supergraph. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /**
   * The name under which services are asked for this field. Two selections share it exactly when the client's answer holds them as
   * one: same response name, same field, same arguments.
   */
  nameOf(node: FieldNode): string {
    const fieldName = node.name.value;
    if (fieldName === '__typename') return fieldName;
    const responseName = node.alias?.value ?? fieldName;
    // Without an alias and without arguments the field means the same to whoever asks for it.
    if (responseName === fieldName && !node.arguments?.length) return fieldName;
    const identity = `${responseName} ${fieldName} ${argumentsText(node)}`;
    const known = this.#names.get(identity);
    if (known !== undefined) return known;
    const name = `${this.#prefix}${this.#names.size}`;
    this.#names.set(identity, name);
    return name;
  }
}

/** The order of arguments and of input fields carries no meaning, and validation lets both orders share a response name. */
function argumentsText({ arguments: given = [] }: FieldNode): string {
  return given
    .map(({ name, value }) => `${name.value}:${valueText(value)}`)
    .sort()
    .join(',');
}

function valueText(value: ValueNode): string {
  if (value.kind === 'ListValue') return `[${value.values.map(valueText).join(',')}]`;
  if (value.kind !== 'ObjectValue') return print(value);
  return `{${value.fields
    .map((field: ObjectFieldNode) => `${field.name.value}:${valueText(field.value)}`)
    .sort()
    .join(',')}}`;
}

/** A prefix that begins no name in the text: neither a field nor anything else of the schema can be mistaken for a name made with it. */
export function unusedPrefix(letter: string, schemaText: string): string {
  let prefix = `${letter}_`;
  while (new RegExp(`\\b${prefix}\\d`).test(schemaText)) prefix += '_';
  return prefix;
}
