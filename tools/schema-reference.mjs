import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

const sections = [
  ['Queries', (type, schema) => type === schema.getQueryType()],
  ['Mutations', (type, schema) => type === schema.getMutationType()],
  ['Subscriptions', (type, schema) => type === schema.getSubscriptionType()],
  ['Types', isObjectType],
  ['Interfaces', isInterfaceType],
  ['Unions', isUnionType],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Scalars', isScalarType],
];

const cell = (text) => (text ?? '').replaceAll('|', '&#124;').replaceAll(/\s*\n\s*/g, ' ');
const link = (type) => `\`${type}\``;

/** The reference page of an API schema as Markdown: every type in alphabetical order, with what its author wrote about it. */
export function schemaReference(schema) {
  const left = new Set(
    Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type)),
  );
  const parts = sections.flatMap(([title, belongs]) => {
    const types = [...left].filter((type) => belongs(type, schema)).sort((a, b) => a.name.localeCompare(b.name, 'en'));
    for (const type of types) left.delete(type);
    return types.length > 0 ? [`## ${title}`, ...types.map((type) => describeType(type))] : [];
  });
  const intro =
    'Generated from `gateway/api.graphql` by `node tools/write-schema-reference.mjs`: edit the SDL of the owning service instead.';
  return `${['# Schema reference', intro, ...parts].join('\n\n')}\n`;
}

function describeType(type) {
  return [`### ${type.name}`, type.description, bodyOf(type)].filter(Boolean).join('\n\n');
}

function bodyOf(type) {
  if (isUnionType(type))
    return `One of ${type
      .getTypes()
      .map((member) => link(member.name))
      .join(', ')}.`;
  if (isEnumType(type)) return rows('value', type.getValues());
  if (isScalarType(type)) return '';
  return rows('field', fieldRows(type));
}

function fieldRows(type) {
  return Object.values(type.getFields()).flatMap((field) => [
    { ...field, name: `${field.name}: ${field.type}` },
    ...(field.args ?? []).map((arg) => ({ ...arg, name: `${field.name}(${arg.name}: ${arg.type}${defaultOf(arg)})` })),
  ]);
}

function defaultOf({ defaultValue }) {
  return defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`;
}

function rows(heading, entries) {
  const lines = entries.map(({ name, description, deprecationReason }) => {
    const deprecated = deprecationReason ? ` **Deprecated:** ${deprecationReason}` : '';
    return `| \`${name}\` | ${cell(`${description ?? ''}${deprecated}`)} |`;
  });
  return [`| ${heading} | meaning |`, '| --- | --- |', ...lines].join('\n');
}
