import { HttpProblem } from '../http-problem.js';

/** Brackets inside each other in the text of a document: generous next to the limit on depth, and far from what exhausts the stack. */
const nestingMax = 100;

const punctuation = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n\r]*|[{}[\]()]/g;

/**
 * Refuses text so deeply nested that graphql-js's recursive parser and validators would exhaust the stack: it must run before them, and
 * no setting lifts it. Throws an HttpProblem with OPERATION_LIMIT_EXCEEDED and status 400.
 */
export function checkTextNesting(source: string): void {
  if (!hasManyBrackets(source)) return;
  let depth = 0;
  for (const [token] of source.matchAll(punctuation)) {
    if (token === '{' || token === '[' || token === '(') depth += 1;
    else if (token === '}' || token === ']' || token === ')') depth -= 1;
    if (depth > nestingMax) {
      throw new HttpProblem(`The document is nested deeper than ${nestingMax} levels.`, {
        status: 400,
        code: 'OPERATION_LIMIT_EXCEEDED',
        passed: { limit: 'nesting', allowed: nestingMax },
      });
    }
  }
}

/** Text with fewer opening brackets than levels are allowed cannot be too deep: true of nearly every document, and known by one look. */
function hasManyBrackets(source: string): boolean {
  let count = 0;
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === openBrace || code === openBracket || code === openParenthesis) count += 1;
  }
  return count > nestingMax;
}

const openBrace = 0x7b;
const openBracket = 0x5b;
const openParenthesis = 0x28;
