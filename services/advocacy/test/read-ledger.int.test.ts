import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { createCommands } from '../src/commands.js';
import { keys, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
});
afterAll(() => test.stop());

type Link = { position: number; salt: string | null; facts: string | null; commitment: string; hash: string };
type Ledger = {
  readonly links: {
    readonly edges: readonly { readonly node: Link }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};
const ledgers = (first: number, after: string | null = null) => `{ viewer { readLedgers { emergencyAccess { id }
  links(first: ${first}, after: ${JSON.stringify(after)}) { edges { node { position salt facts commitment hash disclosure { case { id } purpose } } } pageInfo { hasNextPage endCursor } } } } }`;

/** All links of the viewer's own chain, page by page. */
async function linksOf(who: string): Promise<readonly Link[]> {
  const links: Link[] = [];
  for (let after: string | null = null; ;) {
    const [own]: readonly Ledger[] = (await fixture.ask(who, ledgers(2, after)))['viewer'].readLedgers;
    if (own === undefined) return links;
    links.push(...own.links.edges.map(({ node }) => node));
    if (!own.links.pageInfo.hasNextPage) return links;
    after = own.links.pageInfo.endCursor;
  }
}

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** What the description in the schema says, and nothing of the service's own code. */
function isWhole(links: readonly Link[]): boolean {
  let before: Buffer = Buffer.alloc(32);
  return links.every(({ position, salt, facts, commitment, hash }, index) => {
    const committed = Buffer.from(commitment, 'base64url');
    const isTrue =
      salt === null ||
      facts === null ||
      sha256('guildhall/disclosure', Buffer.from(salt, 'base64url'), facts).equals(committed);
    const joined = sha256('guildhall/chain', before, committed);
    before = joined;
    return position === index + 1 && isTrue && joined.toString('base64url') === hash;
  });
}

const tamper = (statement: string, parameters: readonly unknown[]) =>
  test.dataSource.transaction(async (manager) => {
    // The service's role owns the table, so this is what somebody with the database itself can do.
    await manager.query('alter table disclosure disable trigger user');
    await manager.query(statement, [...parameters]);
    await manager.query('alter table disclosure enable trigger user');
  });

describe('the read ledger', () => {
  it('can be checked by its student alone, page by page, from what the schema says', async () => {
    const caseId = await fixture.assigned();
    for (let times = 0; times < 5; times += 1)
      await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
    const links = await linksOf('ada');
    expect(links).toHaveLength(5);
    expect(isWhole(links)).toBe(true);
    expect(isWhole(links.filter(({ position }) => position !== 3))).toBe(false);
    expect(isWhole(links.map((link) => (link.position === 2 ? { ...link, facts: '{}' } : link)))).toBe(false);
    const [assignment] = await fixture.sql<{ id: string }>('select id from case_assignment where case_id = $1', [
      caseId,
    ]);
    expect(JSON.parse(links[0]?.facts ?? '{}')).toMatchObject({
      caseId,
      groundId: assignment?.id,
      purpose: 'CASE_WORK',
      readerRole: 'CASE_WORKER',
    });
  });

  it('is nobody else’s', async () => {
    for (const who of ['bea', 'carl', 'amira', 'sys', 'dana', 'uma']) expect(await linksOf(who)).toEqual([]);
  });

  it('is append only in the database: no row is changed, deleted or truncated, and erased only whole', async () => {
    for (const statement of [
      `update disclosure set fields = '{OUTCOME}'`,
      `update disclosure set at = now()`,
      'update disclosure set salt = null',
      `update disclosure set position = position + 100`,
      `update disclosure set hash = commitment`,
      'delete from disclosure',
      'truncate disclosure',
    ])
      await expect(fixture.sql(statement)).rejects.toThrow(/append only|disclosure_erased_whole/);
  });

  it('shows the operator how many chains are broken, and whose never', async () => {
    const { verifyLedgers } = createCommands({ dataSource: test.dataSource, environment: keys });
    const caseId = await fixture.assigned('bea');
    await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
    expect(await verifyLedgers(() => undefined)).toEqual({ chains: 2, broken: 0 });
    await tamper(`update disclosure set fields = '{OUTCOME}' where case_id = $1`, [caseId]);
    expect(await verifyLedgers(() => undefined)).toEqual({ chains: 2, broken: 1 });
    expect(isWhole(await linksOf('ada'))).toBe(true);
    expect(isWhole(await linksOf('bea'))).toBe(false);
  });

  it('shows when a row was taken out by somebody with the database itself', async () => {
    const caseId = await fixture.assigned('rosa');
    for (let times = 0; times < 3; times += 1)
      await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
    expect(isWhole(await linksOf('rosa'))).toBe(true);
    await tamper('delete from disclosure where case_id = $1 and position = 2', [caseId]);
    expect(isWhole(await linksOf('rosa'))).toBe(false);
  });
});

describe('a member’s own copy', () => {
  const take = (who: string | undefined, language = 'EN') =>
    fixture.ask(
      who,
      `mutation { takeCaseCopy(input: { language: ${language} }) { __typename ... on TakeCaseCopySuccess { copy { caseCount json html } } } }`,
    );

  it('holds everything of their cases that is theirs to read, for machines and for people, and stands in the ledger', async () => {
    const caseId = await fixture.assigned('omar', 'carl', {
      narrative: 'They wrote <script>alert(1)</script> on my door, twice.',
    });
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'I will call the warden.' });
    await fixture.expectSuccess('omar', 'postCaseMessage', { caseId, body: 'Thank you, Carl.' });
    const { copy } = (await take('omar'))['takeCaseCopy'];
    const data = JSON.parse(copy.json);
    expect(data).toMatchObject({
      format: 'guildhall-case-copy/1',
      cases: [
        {
          id: caseId,
          narrative: 'They wrote <script>alert(1)</script> on my door, twice.',
          contactName: 'Ada Saffron Okafor',
          otherParties: ['Quentin Walnut'],
          messages: [
            { author: 'CASE_WORKER', text: 'I will call the warden.' },
            { author: 'STUDENT', text: 'Thank you, Carl.' },
          ],
        },
      ],
    });
    expect(data.notices.map(({ reason }: { reason: string }) => reason)).toContain('MESSAGE');
    expect(copy.html).toContain('I will call the warden.');
    expect(copy.html).not.toContain('<script>');
    expect(copy.html).toContain('&lt;script&gt;');
    const links = await linksOf('omar');
    expect(JSON.parse(links.at(-1)?.facts ?? '{}')).toMatchObject({
      purpose: 'OWN_EXPORT',
      readerRole: 'STUDENT',
      fields: ['CONTACT_NAME', 'MESSAGES', 'NARRATIVE', 'OTHER_PARTIES'],
    });
    expect((await take('omar', 'ZH_CN'))['takeCaseCopy'].copy.html).toContain('您在咨询服务的案件');
  });

  it('holds nothing of anybody else, and nothing of what students never learn', async () => {
    const { copy } = (await take('bea'))['takeCaseCopy'];
    expect(copy.json).not.toContain('warden');
    const caseId = await fixture.assigned('omar');
    await fixture.sql(`update case_file set status = 'CONFLICT', assignee = null where id = $1`, [caseId]);
    const data = JSON.parse((await take('omar'))['takeCaseCopy'].copy.json);
    expect(data.cases.find(({ id }: { id: string }) => id === caseId).status).toBe('TRIAGED');
  });

  it('is taken by the member alone', async () => {
    for (const who of ['carl', 'amira', 'sys', 'dana', undefined])
      expect((await take(who))['takeCaseCopy'].__typename).toBe('NotAllowedError');
    expect((await fixture.ask('sys', '{ viewer { caseCopyActions } }'))['viewer'].caseCopyActions).toEqual([]);
  });

  it('is not handed out when the ledger cannot be written', async () => {
    await fixture.sql('alter table disclosure rename to disclosure_gone');
    try {
      const answer = await test.run('omar', 'mutation { takeCaseCopy(input: { language: EN }) { __typename } }');
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    } finally {
      await fixture.sql('alter table disclosure_gone rename to disclosure');
    }
  });
});
