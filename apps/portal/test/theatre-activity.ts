import { expect } from '@jest/globals';
import type { Visit } from '@guildhall/browser-testing';

/** An answer of the graph. */
export type Answer = { readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

/** An instant so many hours from now. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Does what a person may do, without the screen for it, and returns what `fields` names of the success. */
export async function act(visit: Visit, name: string, input: object, fields: string): Promise<unknown> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${fields} } } }`;
  const { data } = (await visit.askGraph(query, { input })) as Answer;
  expect(data?.[name]?.['__typename']).toBe(`${type}Success`);
  return data?.[name];
}

/** A small activity of the theatre, open to register for; its president plans it. */
export async function planTheatreActivity(
  omar: Visit,
  { title, fromHours, toHours }: { readonly title: string; readonly fromHours: number; readonly toHours: number },
): Promise<string> {
  const { data } = (await omar.askGraph('{ groups(search: "Film and Theatre") { edges { node { id } } } }')) as Answer;
  const { edges } = (data?.['groups'] ?? {}) as { edges?: readonly { node: { id: string } }[] };
  const plan = {
    title,
    groupId: edges?.[0]?.node.id,
    summary: 'A small evening that nobody needs to approve first.',
    kind: 'SOCIAL',
    place: 'The cellar',
    startsAt: inHours(fromHours),
    endsAt: inHours(toHours),
    registrationOpensAt: inHours(-1),
    registrationClosesAt: inHours(fromHours),
    capacity: 20,
    facts: { expectedAttendees: 20 },
  };
  const drafted = await act(omar, 'draftActivity', plan, 'activity { id }');
  const { id } = (drafted as { activity: { id: string } }).activity;
  await act(omar, 'submitActivity', { activityId: id }, 'activity { id }');
  return id;
}
