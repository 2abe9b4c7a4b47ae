import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import fc from 'fast-check';
import { ask } from './ask.js';
import { Fixture, learning, type TestMember } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let ada: TestMember;

/** What is in the library, by a label that the searches below name. */
const library: Readonly<
  Record<string, { readonly title: string; readonly summary: string; readonly body: string; readonly language: string }>
> = {
  revision: {
    language: 'en',
    title: 'Revise with gaps',
    summary: 'How spaced practice helps before exams.',
    body: 'Close the book and recall. Students who tested themselves remembered more in the examination.',
  },
  notes: {
    language: 'en',
    title: 'Taking notes you will read again',
    summary: 'Three ways to write notes in a lecture.',
    body: 'Leave a margin. Rewriting them the same evening is half of revising.',
  },
  tenancy: {
    language: 'en',
    title: 'Before you sign a tenancy',
    summary: 'Deposits, landlords and what to read twice.',
    body: 'A deposit must be protected within thirty days. Ask the advice service.',
  },
  risk: {
    language: 'en',
    title: 'Assessing risks',
    summary: 'A risk assessment on one page.',
    body: 'Name the hazard, who may be harmed and what you do about it.',
  },
  references: {
    language: 'en',
    title: 'Cite without fear',
    summary: 'Referencing with footnotes or in brackets.',
    body: 'Plagiarism is a habit of notes, not of character.',
  },
  essayZh: {
    language: 'zh-Hans',
    title: '如何写好课程论文',
    summary: '从选题到引用,一步一步写论文。',
    body: '先列提纲,再写初稿。引用他人的观点要注明出处。',
  },
  revisionZh: {
    language: 'zh-Hans',
    title: '期末复习计划',
    summary: '四周复习,每天两小时。',
    body: '间隔复习比考前突击更有效。考试前保证睡眠。',
  },
  tenancyZh: {
    language: 'zh-Hans',
    title: '租房合同注意事项',
    summary: '押金、维修与退租。',
    body: '签合同之前请读两遍。房东必须在三十天内保护押金。',
  },
  volunteeringZh: {
    language: 'zh-Hans',
    title: '志愿时长怎么算',
    summary: '第二课堂成绩单与志愿服务。',
    body: '签到与签退都要扫码。GPA 不受影响。',
  },
  readingZh: { language: 'zh-Hant', title: '讀書會主持指南', summary: '每週一本書。', body: '輪流主持,人人發言。' },
};

beforeAll(async () => {
  test = await startTestService(learning);
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  for (const [subject, text] of Object.entries(library)) await fixture.resource(ada, { ...text, subject });
  await fixture.resource(ada, { title: 'Revision that nobody reviewed', status: 'DRAFT', subject: 'draft' });
});
afterAll(() => test.stop());

const find =
  'query ($search: String, $language: String, $first: Int, $after: String) { resources(search: $search, language: $language, first: $first, after: $after) { edges { node { subject } } pageInfo { hasNextPage endCursor } } }';
type Found = { edges: { node: { subject: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

async function search(text: string): Promise<readonly string[]> {
  const { resources } = await ask<{ resources: Found }>(test, undefined, find, { search: text });
  return resources.edges.map(({ node }) => node.subject);
}

describe('the labelled set: a search finds exactly', () => {
  it.each([
    ['revising', ['revision', 'notes']],
    ['REVISION', ['revision', 'notes']],
    ['exam', ['revision']],
    ['examinations', ['revision']],
    ['landlord deposit', ['tenancy']],
    ['landlord OR plagiarism', ['references', 'tenancy']],
    ['"risk assessment"', ['risk']],
    ['"page assessment"', []],
    ['notes -plagiarism', ['notes']],
    ['\uFF4E\uFF4F\uFF54\uFF45\uFF53 -plagiarism', ['notes']],
    ['the', []],
    ['quantum', []],
    ['论文', ['essayZh']],
    ['课程论文', ['essayZh']],
    ['论文课程', ['essayZh']],
    ['"论文课程"', []],
    ['-论文课程 课程', ['essayZh']],
    ['复习', ['revisionZh']],
    ['间隔复习', ['revisionZh']],
    ['押金 合同', ['tenancyZh']],
    ['押金合同', ['tenancyZh']],
    ['"押金合同"', []],
    ['退租', ['tenancyZh']],
    ['志愿时长', ['volunteeringZh']],
    ['GPA', ['volunteeringZh']],
    ['GPA 志愿', ['volunteeringZh']],
    ['GPA志愿', ['volunteeringZh']],
    ['论文 or 押金', ['essayZh', 'tenancyZh']],
    ['签 -合同', ['volunteeringZh']],
    ['書', ['readingZh']],
    ['讀書會', ['readingZh']],
  ])('%s', async (text, expected) => {
    expect([...(await search(text))].sort()).toEqual([...expected].sort());
  });

  it('the title counts for more than the body, in both languages', async () => {
    expect((await search('notes'))[0]).toBe('notes');
    expect((await search('押金 or 引用 or 复习'))[0]).toBe('revisionZh');
  });
});

describe('a search', () => {
  it('never fails, whatever is typed', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '-',
            'or',
            '!',
            '&',
            '|',
            ':*',
            '<->',
            '(',
            ')',
            "'",
            '\\',
            '论',
            '文',
            '论文',
            'exam',
            '\u0001',
            '%',
            '$1',
            ':search0',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join(' ')),
      fc
        .array(fc.constantFrom('"', '-', '!', "'", '\\', '论', 'a', ':'), { maxLength: 12 })
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { errors } = await test.run(
          'ada',
          `query ($search: String) { resources(search: $search) { edges { highlight { title { text } excerpt { text } } } } }`,
          { search: text },
        );
        expect(errors).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('without a text lists everything published, newest first', async () => {
    expect(await search('  ')).toHaveLength(Object.keys(library).length);
  });

  it('marks what it found as pieces of plain text, so that markup in a text stays text', async () => {
    await fixture.resource(ada, {
      title: '<b>Knots</b> 绳结',
      summary: 'Tie <script>alert("knot")</script> 学习绳结的方法',
      subject: 'knots',
      body: 'A \u0001bare\u0002 mark.',
    });
    const { resources } = await ask<{
      resources: { edges: { highlight: { title: object[]; excerpt: { text: string; isMatch: boolean }[] } }[] };
    }>(
      test,
      'ada',
      '{ resources(search: "knot 绳结") { edges { highlight { title { text isMatch } excerpt { text isMatch } } } } }',
    );
    const [edge] = resources.edges;
    expect(edge?.highlight.title).toEqual([
      { text: '<b>', isMatch: false },
      { text: 'Knots', isMatch: true },
      { text: '</b> ', isMatch: false },
      { text: '绳结', isMatch: true },
    ]);
    expect(edge?.highlight.excerpt.map(({ text }) => text).join('')).toBe(
      'Tie <script>alert("knot")</script> 学习绳结的方法\nA bare mark.',
    );
    expect(edge?.highlight.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['knot', '绳结']);
  });

  it('uses its index in a large library', async () => {
    const runner = test.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(
        `insert into resource (id, title, summary, body, kind, language, subject, licence, author_id, status, published_at, version)
         select gen_random_uuid(), 'Text ' || n, 'About word' || n, repeat('more ', 50), 'NOTES', 'en', 'many', 'CC0_1_0', $1, 'PUBLISHED', now(), 1
         from generate_series(1, 3000) n`,
        [ada.id],
      );
      await runner.query('analyze resource');
      const plan = (await runner.query(
        `explain select id from resource where status = 'PUBLISHED' and document @@ (cast('' as tsquery) && phraseto_tsquery('english', 'word77'))`,
      )) as { 'QUERY PLAN': string }[];
      expect(plan.map((line) => line['QUERY PLAN']).join(' ')).toContain('resource_document');
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('narrows by language, with regions and scripts of it', async () => {
    const { resources } = await ask<{ resources: Found }>(test, undefined, find, { language: 'zh' });
    expect(resources.edges.map(({ node }) => node.subject).sort()).toEqual([
      'essayZh',
      'readingZh',
      'revisionZh',
      'tenancyZh',
      'volunteeringZh',
    ]);
  });
});

describe('pages of resources', () => {
  const collect = async (text: string | undefined, between: () => Promise<unknown>): Promise<readonly string[]> => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await test.run(undefined, find, { search: text, first: 2, after });
      const page = data?.['resources'] as Found;
      seen.push(...page.edges.map(({ node }) => node.subject));
      await between();
      if (!page.pageInfo.hasNextPage) return seen;
      after = page.pageInfo.endCursor;
    }
  };

  it('have no gap and no repeat while resources are published, ranked or by date', async () => {
    let count = 0;
    const publish = () =>
      fixture.resource(ada, {
        title: 'Juggling',
        subject: `new-${(count += 1)}`,
        publishedAt: new Date(Date.UTC(2026, 9, 6, 0, count)),
      });
    for (let index = 0; index < 5; index += 1)
      await fixture.resource(ada, {
        title: 'Juggling',
        subject: `old-${index}`,
        publishedAt: new Date(Date.UTC(2026, 8, 2, 0, index % 2)),
      });
    const before = await search('juggling');
    for (const text of ['juggling', undefined]) {
      const seen = await collect(text, publish);
      const old = seen.filter((subject) => subject.startsWith('old'));
      expect([...old].sort()).toEqual([...before].sort());
      expect(new Set(seen).size).toBe(seen.length);
      await test.dataSource.query(`delete from resource where subject like 'new-%'`);
    }
  });

  it('refuse a cursor of another list with one clear sentence', async () => {
    for (const key of [
      ['x', 'y'],
      ['', '018f0000-0000-7000-8000-000000000000'],
      ['2026', 'no-id'],
    ]) {
      const after = Buffer.from(encodeURIComponent(JSON.stringify(key))).toString('base64url');
      for (const text of ['exam', undefined]) {
        const { errors } = await test.run(undefined, find, { search: text, after });
        expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      }
    }
  });

  it('cost the same number of statements for two resources and for ten', async () => {
    const query =
      '{ resources(search: "notes or exam or 论文 or 押金 or 复习", first: FIRST) { edges { node { title viewerActions author { id } } highlight { title { text } } } } }';
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('ada', query.replace('FIRST', String(first))))).length;
    await statements(2);
    expect(await statements(10)).toBe(await statements(2));
  });
});
