import { type GraphQLObjectType, type GraphQLSchema, parse } from 'graphql';
import type { Question } from '../reference.js';
import { Choices } from './choices.js';
import { SelectionWriter } from './selection-writer.js';

/** A generated operation with its text, for whoever has to read it. */
export type GeneratedOperation = Question & { readonly text: string };

/** Reads an operation from a tape of bytes: any tape gives one, and an empty tape the smallest. */
export function generateOperation(schema: GraphQLSchema, tape: Uint8Array): GeneratedOperation {
  const choices = new Choices(tape);
  const mutation = schema.getMutationType();
  const isMutation = mutation && choices.once(5);
  const root = isMutation ? mutation : schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');
  const operationName = choices.once(3) ? 'Asked' : undefined;
  const writer = new SelectionWriter(schema, choices);
  const text = write(writer, { root, operationName, keyword: isMutation ? 'mutation' : 'query' });
  const document = parse(text);
  return { text, document, operationName, variables: writer.variables.values };
}

type Head = { readonly root: GraphQLObjectType; readonly operationName?: string; readonly keyword: string };

function write(writer: SelectionWriter, { root, operationName, keyword }: Head): string {
  const selections = writer.write({ type: root, path: [], depth: 0 });
  const { definitions } = writer.variables;
  const head =
    operationName === undefined && definitions === '' && keyword === 'query'
      ? ''
      : `${keyword} ${operationName ?? ''}${definitions} `;
  const other = operationName === undefined ? '' : ' query Other { __typename }';
  return [`${head}${selections}${other}`, ...writer.fragments.map(({ text }) => text)].join('\n');
}
