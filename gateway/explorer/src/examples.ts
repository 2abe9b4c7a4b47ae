const operations = import.meta.glob<string>('../examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const variables = import.meta.glob<string>('../examples/*.json', { query: '?raw', import: 'default', eager: true });

/** One example operation as the explorer opens it in a tab. */
export type Example = { readonly query: string; readonly variables?: string };

/** The operations of `examples/`, in the order of their file names; `name.json` beside `name.graphql` holds its variables. */
export const examples: readonly Example[] = Object.keys(operations)
  .sort()
  .map((file) => ({
    query: operations[file] ?? '',
    variables: variables[file.replace(/\.graphql$/, '.json')],
  }));
