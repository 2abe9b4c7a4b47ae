import type { TestService } from '@guildhall/testing';

/** Sends an operation and returns one root field; throws when there are errors. */
export async function ask<T>(
  test: TestService,
  subject: string | undefined,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const { data, errors } = await test.run(subject, query, variables);
  if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors ?? 'no data'));
  return data as T;
}

/** The answer of a mutation: a success with its selection, or an error with its message. */
export type Answer<Fields = object> = {
  readonly __typename: string;
  readonly message?: string;
  readonly fields?: readonly { path: string; rule: string }[];
} & Partial<Fields>;

/** Sends a mutation named like its input and success types and returns its answer. */
export async function mutate<Fields>(
  test: TestService,
  subject: string | undefined,
  { name, input, success }: { readonly name: string; readonly input: object; readonly success: string },
): Promise<Answer<Fields>> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const problems =
    /^(draft(?!AchievementVersion)|edit|prepareResourceFile|(sendBack|retire|rate|report|hold|restore)Resource|(create|order)Collection|completeStep|handIn|writePeer)/.test(
      name,
    )
      ? '... on ValidationError { fields { path rule } }'
      : '';
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } ${problems} ... on ${type}Success { ${success} } } }`;
  const answers = await ask<Readonly<Record<string, Answer<Fields>>>>(test, subject, query, { input });
  const answer = answers[name];
  if (answer === undefined) throw new Error(`no answer to ${name}`);
  return answer;
}
