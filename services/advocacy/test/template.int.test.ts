import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
});
afterAll(() => test.stop());

const shown = 'template { id name matter language body number retiredAt versions { number body } viewerActions }';
const words = {
  name: 'Receipt',
  language: 'EN',
  body: 'We have your matter, {{matter}}, since {{openedOn}}. Next: {{nextDeadline}}.',
};
const list = '{ messageTemplates(first: 100) { edges { node { name number } } } }';

describe('a message template', () => {
  it('is written, revised with every version kept, and retired, by the advice manager', async () => {
    const { template } = await fixture.mutate('amira', 'writeMessageTemplate', words, shown);
    expect(template).toMatchObject({ number: 1, language: 'EN', matter: null, viewerActions: ['REVISE', 'RETIRE'] });
    const templateId = template.id;
    const revised = await fixture.mutate(
      'amira',
      'reviseMessageTemplate',
      { templateId, name: 'Receipt', matter: 'HOUSING', body: 'New' },
      shown,
    );
    expect(revised.template).toMatchObject({
      number: 2,
      matter: 'HOUSING',
      body: 'New',
      versions: [
        { number: 2, body: 'New' },
        { number: 1, body: words.body },
      ],
    });
    const retired = await fixture.mutate('amira', 'retireMessageTemplate', { templateId }, shown);
    expect(retired.template).toMatchObject({ viewerActions: [] });
    expect(await fixture.mutate('amira', 'retireMessageTemplate', { templateId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(
      await fixture.mutate('amira', 'reviseMessageTemplate', { templateId, name: 'Receipt', body: 'X' }),
    ).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('has a name of its own in its language while it is in use', async () => {
    const name = 'Only one';
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => fixture.mutate('amira', 'writeMessageTemplate', { ...words, name })),
    );
    expect(answers.filter((answer) => answer['__typename'] === 'WriteMessageTemplateSuccess')).toHaveLength(1);
    expect(answers.find((answer) => answer['__typename'] === 'ValidationError')).toMatchObject({
      fields: [{ path: 'name', rule: 'CONTRADICTION' }],
    });
    await fixture.expectSuccess('amira', 'writeMessageTemplate', {
      ...words,
      name: name.toUpperCase(),
      language: 'ZH_CN',
    });
  });

  it('is changed by one of two who revise it at the same time', async () => {
    const { template } = await fixture.mutate('amira', 'writeMessageTemplate', { ...words, name: 'Race' }, shown);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((body) =>
        fixture.mutate('amira', 'reviseMessageTemplate', { templateId: template.id, name: 'Race', body }),
      ),
    );
    const kinds = answers.map((answer) => String(answer['__typename'])).sort();
    expect(kinds.filter((kind) => !['ConflictError', 'ReviseMessageTemplateSuccess'].includes(kind))).toEqual([]);
    const [row] = await fixture.sql<{ count: number }>(
      'select count(*)::int as count from message_template_text where template_id = $1',
      [template.id],
    );
    expect(row?.count).toBe(1 + kinds.filter((kind) => kind === 'ReviseMessageTemplateSuccess').length);
  });

  it('is read by the advice team alone, and written by its manager alone', async () => {
    for (const who of ['carl', 'amira'])
      expect((await fixture.ask(who, list))['messageTemplates'].edges.length).toBeGreaterThan(0);
    const { template } = await fixture.mutate('amira', 'writeMessageTemplate', { ...words, name: 'Hidden' }, shown);
    for (const who of ['ada', 'uma', 'sys', 'dana', undefined]) {
      expect(await fixture.ask(who, list)).toEqual({ messageTemplates: { edges: [] } });
      expect(await fixture.mutate(who, 'writeMessageTemplate', words)).toMatchObject({ __typename: 'NotAllowedError' });
      for (const templateId of [template.id, randomUUID()])
        expect(await fixture.mutate(who, 'retireMessageTemplate', { templateId })).toMatchObject({
          __typename: 'NotFoundError',
        });
    }
    expect(await fixture.mutate('carl', 'retireMessageTemplate', { templateId: template.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      await fixture.mutate('carl', 'reviseMessageTemplate', { templateId: template.id, name: 'A', body: 'B' }),
    ).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('comes filled with the facts of a case to its case worker, and to nobody else', async () => {
    await fixture.expectSuccess('amira', 'writeMessageTemplate', { ...words, name: 'For housing', matter: 'HOUSING' });
    await fixture.expectSuccess('amira', 'writeMessageTemplate', { ...words, name: 'For money', matter: 'MONEY' });
    const caseId = await fixture.assigned();
    const query = 'query ($id: ID!) { case(id: $id) { messageTemplates { name body missing } } }';
    const filled = (await fixture.ask('carl', query, { id: caseId }))['case'].messageTemplates;
    expect(filled.map(({ name }: { name: string }) => name)).not.toContain('For money');
    expect(filled[0]).toEqual({
      name: 'For housing',
      body: 'We have your matter, housing, since 5 October 2026. Next: 12 October 2026.',
      missing: [],
    });
    expect((await fixture.ask('ada', query, { id: caseId }))['case']).toEqual({ messageTemplates: [] });
  });

  it('is listed page by page with its versions in statements that do not grow with the page', async () => {
    const query = (first: number) =>
      `{ messageTemplates(first: ${first}) { edges { cursor node { name versions { number } } } pageInfo { hasNextPage endCursor } } }`;
    await fixture.settled();
    const few = await test.countStatements(async () => void (await fixture.ask('amira', query(2))));
    const many = await test.countStatements(async () => void (await fixture.ask('amira', query(100))));
    expect(many.toSorted()).toEqual(few.toSorted());
    const first = (await fixture.ask('amira', query(2)))['messageTemplates'];
    const rest = (
      await fixture.ask(
        'amira',
        '($after: String) { messageTemplates(first: 100, after: $after) { edges { node { name } } } }'.replace(
          /^/,
          'query ',
        ),
        { after: first.pageInfo.endCursor },
      )
    )['messageTemplates'];
    const all = (await fixture.ask('amira', list))['messageTemplates'];
    const names = (page: { edges: { node: { name: string } }[] }) => page.edges.map(({ node }) => node.name);
    expect([...names(first), ...names(rest)]).toEqual(names(all));
  });
});
