import { runQuery, type Search, type SearchTerm } from './search.js';

/** A `tsquery` as an SQL expression with named parameters. What a person typed is a parameter, never part of the expression. */
export type SearchQuery = { readonly sql: string; readonly parameters: Readonly<Record<string, string>> };

/** The query of a whole search. Words that mean nothing alone, such as "the", ask for nothing. */
export function searchQuery({ alternatives }: Search): SearchQuery {
  return combine('search', alternatives, ({ words, runs }) => ({ words, runs }));
}

/** The query that finds the words to highlight: those asked for, without the unspaced scripts, which our own code marks. */
export function highlightQuery({ alternatives }: Search): SearchQuery {
  const wanted = alternatives.map((terms) => terms.filter((term) => !term.isExcluded));
  return combine('highlight', wanted, ({ words }) => ({ words, runs: [] }));
}

type Parts = Pick<SearchTerm, 'words' | 'runs'>;

function combine(
  prefix: string,
  alternatives: Search['alternatives'],
  partsOf: (term: SearchTerm) => Parts,
): SearchQuery {
  const parameters: Record<string, string> = {};
  const bind = (value: string): string => {
    const name = `${prefix}${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `:${name}`;
  };
  const termSql = (term: SearchTerm): string => {
    const { words, runs } = partsOf(term);
    const asked = [
      `phraseto_tsquery('english', ${bind(words)})`,
      ...runs.map((run) => `cast(${bind(runQuery(run))} as tsquery)`),
    ];
    return `${term.isExcluded ? '!! ' : ''}${join(asked, '&&')}`;
  };
  const sql = join(
    alternatives.map((terms) => join(terms.map(termSql), '&&')),
    '||',
  );
  return { sql, parameters };
}

/** Both operators have the same precedence in PostgreSQL, so every step is in parentheses; an empty query changes nothing. */
function join(expressions: readonly string[], operator: '&&' | '||'): string {
  return expressions.reduce((joined, expression) => `(${joined} ${operator} ${expression})`, `cast('' as tsquery)`);
}
