import type { DocumentNode, GraphQLError, ValidationRule } from 'graphql';
import { limitError } from './limit-error.js';
import { measureDocument, measureOperations } from './measure-operation.js';
import type { OperationLimits } from './operation-limits.js';

const sentences: Readonly<Record<string, (found: number, allowed: number) => string>> = {
  depth: (found, allowed) => `The operation is ${found} levels deep; ${allowed} are allowed.`,
  rootFields: (found, allowed) => `The operation has ${found} fields at the top; ${allowed} are allowed.`,
  selections: (found, allowed) =>
    `The operation has ${found} selections once its fragments are written out; ${allowed} are allowed.`,
  aliases: (found, allowed) => `The document has ${found} aliases; ${allowed} are allowed.`,
  directives: (found, allowed) => `The document has ${found} directives; ${allowed} are allowed.`,
  directivesPerField: (found, allowed) => `A part of the document has ${found} directives; ${allowed} are allowed.`,
};

/** Validation rule: no operation of the document is larger than the limits. Apollo Server keeps the verdict with the parsed document. */
export function createOperationLimitsRule(limits: OperationLimits): ValidationRule {
  return (context) => ({
    Document(document) {
      for (const error of findPassedLimits(document, limits)) context.reportError(error);
    },
  });
}

/** One error per limit that some operation of the document passes, with the largest number found. */
export function findPassedLimits(document: DocumentNode, limits: OperationLimits): readonly GraphQLError[] {
  const found: Record<string, number> = { ...measureDocument(document) };
  for (const measure of measureOperations(document).values())
    for (const [name, number] of Object.entries(measure)) found[name] = Math.max(found[name] ?? 0, number);
  const allowed: Readonly<Record<string, number | undefined>> = limits;
  return Object.entries(sentences).flatMap(([limit, describe]) => {
    const number = found[limit] ?? 0;
    const most = allowed[limit] ?? Infinity;
    if (number <= most) return [];
    return [limitError(describe(number, most), { limit, allowed: most, found: number })];
  });
}
