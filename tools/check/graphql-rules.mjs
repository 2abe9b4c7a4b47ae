// Rules of the schema guide that @graphql-eslint does not have, each about one definition at a time.

const sharedFile = /packages\/subgraph\/shared\.graphql$/;
/** Every service adds fields to these; a description of the whole would have several authors. */
const rootTypes = ['Query', 'Mutation', 'Subscription'];
/** Declared and described in the shared SDL; a service that adds fields leaves the description to it. */
const contributedTypes = ['Viewer', 'Insights', 'Operations'];

const describable = [
  'ObjectTypeDefinition',
  'InterfaceTypeDefinition',
  'UnionTypeDefinition',
  'EnumTypeDefinition',
  'ScalarTypeDefinition',
  'InputObjectTypeDefinition',
  'EnumValueDefinition',
  'FieldDefinition',
  'InputValueDefinition',
  'DirectiveDefinition',
];
const objectTypes = ['ObjectTypeDefinition', 'ObjectTypeExtension', 'InterfaceTypeDefinition'];

const nameOf = (node) => node.name.value;
const directive = (node, name) => (node.directives ?? []).find((one) => nameOf(one) === name);
const argument = (node, name) => node?.arguments.find((one) => nameOf(one) === name)?.value.value;
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** `[Book!]!` of a type node, as it is written. */
function typeText(type) {
  if (type.kind === 'NonNullType') return `${typeText(type.type)}!`;
  return type.kind === 'ListType' ? `[${typeText(type.type)}]` : nameOf(type);
}

/** A type that another file owns: this service only names its key and adds fields. */
function isStub(type, file) {
  if (type.kind === 'ObjectTypeExtension' || rootTypes.includes(nameOf(type)) || file.includes('/references/'))
    return true;
  if (argument(directive(type, 'key'), 'resolvable') === false) return true;
  return contributedTypes.includes(nameOf(type)) && !sharedFile.test(file);
}

function isKeyField(type, field) {
  const keys = type.directives.filter((one) => nameOf(one) === 'key').map((key) => argument(key, 'fields'));
  return keys.some((fields) => fields?.split(/\s+/).includes(nameOf(field)));
}

function rule(kinds, check) {
  return {
    meta: { type: /** @type {const} */ ('problem'), schema: [] },
    create(context) {
      const visit = (node) => {
        const type = node.parent?.rawNode?.();
        const details = { type, file: context.filename.replaceAll('\\', '/') };
        for (const message of check(node.rawNode(), details)) context.report({ node, message });
      };
      return Object.fromEntries(kinds.map((kind) => [kind, visit]));
    },
  };
}

/** What needs no description: a stub's key, an argument of a directive, and `input`, whose type says everything. */
function speaksForItself(node, { type, file }) {
  if (node.kind === 'FieldDefinition')
    return isStub(type, file) && (isKeyField(type, node) || Boolean(directive(node, 'external')));
  if (node.kind !== 'InputValueDefinition') return false;
  return type?.kind === 'DirectiveDefinition' || (type?.kind === 'FieldDefinition' && nameOf(node) === 'input');
}

function* described(node, details) {
  const ofStub = objectTypes.includes(node.kind) && isStub(node, details.file);
  if (ofStub && node.description) yield `${nameOf(node)} is described by its owner; remove this description.`;
  if (ofStub || node.description || speaksForItself(node, details)) return;
  yield `${nameOf(node)} has no description: say what it means, when it is null, its unit.`;
}

function* mutationShape(node) {
  if (nameOf(node) !== 'Mutation') return;
  for (const field of node.fields ?? []) {
    const name = capital(nameOf(field));
    const args = field.arguments.map((arg) => `${nameOf(arg)}: ${typeText(arg.type)}`).join(', ');
    if (args !== `input: ${name}Input!`)
      yield `${nameOf(field)} takes exactly one argument, "input: ${name}Input!", not "${args}".`;
    if (typeText(field.type) !== `${name}Result!`)
      yield `${nameOf(field)} returns "${name}Result!", not "${typeText(field.type)}".`;
  }
}

function* resultUnion(node) {
  const name = nameOf(node);
  if (!name.endsWith('Result')) return;
  const [success, ...errors] = node.types.map(nameOf);
  if (success !== name.replace(/Result$/, 'Success'))
    yield `The first member of ${name} is ${name.replace(/Result$/, 'Success')}.`;
  for (const error of errors) if (!error.endsWith('Error')) yield `${error} in ${name} is not named as an error.`;
}

function* errorImplements(node) {
  const implemented = node.interfaces.map(nameOf);
  if (nameOf(node).endsWith('Error') && !implemented.includes('UserError'))
    yield `${nameOf(node)} implements UserError.`;
}

/** Each page of these is asked for with a secret code, so the cursor travels beside it in the input of a mutation. */
const pagedByInput = ['ReceiptMessageConnection'];

function* connectionArguments(node) {
  const connection = typeText(node.type).replace('!', '');
  if (!connection.endsWith('Connection') || pagedByInput.includes(connection)) return;
  const args = new Map(node.arguments.map((arg) => [nameOf(arg), typeText(arg.type)]));
  if (!/^Int!?$/.test(args.get('first') ?? '')) yield `${nameOf(node)} is a connection and takes "first: Int".`;
  if (args.get('after') !== 'String') yield `${nameOf(node)} is a connection and takes "after: String".`;
}

/** One silent service nulls its own fields of Query and nothing else; only the viewer is known to every service. */
function* queryFieldsMayBeNull(node) {
  if (nameOf(node) !== 'Query') return;
  for (const field of node.fields ?? [])
    if (field.type.kind === 'NonNullType' && nameOf(field) !== 'viewer')
      yield `${nameOf(field)} would null every answer it is asked in while its service is silent; let it be null.`;
}

/** A list may be null only where its description says when: a hidden list is not an empty one. */
function* listNullability(node) {
  const text = typeText(node.type);
  if (!text.includes('[')) return;
  const name = nameOf(node);
  if (!/^\[+\w+!\](!\])*!?$/.test(text)) yield `${name} is a list and promises no holes: "[T!]!", not "${text}".`;
  else if (!text.endsWith('!') && !/\bnull\b/.test(node.description?.value ?? ''))
    yield `${name} may be null and does not say when: "[T!]!", or describe it.`;
}

function* referencesObjects(node) {
  if (/[a-z]Ids?$/.test(nameOf(node)) && typeText(node.type).includes('ID'))
    yield `${nameOf(node)} gives an id where the client wants the object.`;
}

function* entityKey(node) {
  for (const key of (node.directives ?? []).filter((one) => nameOf(one) === 'key')) {
    const expected = nameOf(node) === 'Viewer' ? 'subject' : 'id';
    if (argument(key, 'fields') !== expected)
      yield `The key of ${nameOf(node)} is "${expected}": keys identify, they never carry data.`;
  }
}

function* transitionsAreVerbs(node, { type }) {
  const updates = type?.kind === 'InputObjectTypeDefinition' && nameOf(type).startsWith('Update');
  if (updates && /^(?:status|state)$/.test(nameOf(node)))
    yield `${nameOf(node)} is set by a verb of the domain, never by ${nameOf(type)}.`;
}

function* deprecationDate(node) {
  const deprecated = directive(node, 'deprecated');
  const reason = argument(deprecated, 'reason') ?? '';
  if (deprecated && !/removed after \d{4}-\d{2}-\d{2}/.test(reason))
    yield `${nameOf(node)} is deprecated without "use X; removed after YYYY-MM-DD".`;
}

/** The ESLint plugin `guildhall`. */
export const guildhallRules = {
  rules: {
    described: rule(describable, described),
    'mutation-shape': rule(['ObjectTypeDefinition', 'ObjectTypeExtension'], mutationShape),
    'result-union': rule(['UnionTypeDefinition'], resultUnion),
    'error-implements-user-error': rule(['ObjectTypeDefinition'], errorImplements),
    'connection-arguments': rule(['FieldDefinition'], connectionArguments),
    'list-nullability': rule(['FieldDefinition'], listNullability),
    'query-fields-may-be-null': rule(['ObjectTypeDefinition', 'ObjectTypeExtension'], queryFieldsMayBeNull),
    'references-objects': rule(['FieldDefinition'], referencesObjects),
    'entity-key': rule(['ObjectTypeDefinition', 'ObjectTypeExtension'], entityKey),
    'transitions-are-verbs': rule(['InputValueDefinition'], transitionsAreVerbs),
    'deprecation-date': rule(['FieldDefinition', 'InputValueDefinition', 'EnumValueDefinition'], deprecationDate),
  },
};
