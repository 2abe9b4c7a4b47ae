import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { mutate as send, ask } from './ask.js';
import { addAchievement, holderOf, signing, tellOf } from './credential-fixture.js';
import { Fixture, learning } from './fixture.js';
import { done } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let token: string;
let hiddenId: string;

type Item = { __typename: string; id: string };

beforeAll(async () => {
  test = await startTestService(learning, { clock, environment: signing });
  const fixture = new Fixture(test);
  const ora = await fixture.member('ora');
  const ada = await fixture.member('ada');
  const { credentialId } = await holderOf(test, clock, { member: ada, achievement: await addAchievement(test, ora) });
  await tellOf(
    test,
    clock,
    done.led(ada.id),
    done.attended(ada.id),
    ...Array.from({ length: 40 }, () => done.served(ada.id, 45)),
  );
  const { viewer } = await ask<{ viewer: { member: { sharable: Item[] } } }>(
    test,
    'ada',
    '{ viewer { member { sharable { __typename ... on SharedEvidence { id kind } ... on SharedCredential { id } } } } }',
  );
  const items = viewer.member.sharable as (Item & { kind?: string })[];
  hiddenId = items.find(({ kind }) => kind === 'LED_ACTIVITY')?.id ?? '';
  const input = {
    itemIds: items.map(({ id }) => id),
    note: '',
    shownAs: 'Ada Lovelace 艾达',
    language: 'EN',
    days: 30,
  };
  token = (await send<{ token: string }>(test, 'ada', { name: 'shareRecord', input, success: 'token' })).token ?? '';
  expect(items.map(({ id }) => id)).toContain(credentialId);
});
afterAll(() => test.stop());

type Node = { readonly role?: string; readonly children?: readonly Node[] };
const rolesOf = ({ role, children = [] }: Node): readonly string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesOf),
];

/** Reads a transcript back as a program that reads it aloud does. */
async function printed(language: 'EN' | 'ZH_CN') {
  const { pdf } = await send<{ pdf: string }>(test, undefined, {
    name: 'printTranscript',
    input: { token, language },
    success: 'pdf',
  });
  const document = await getDocument({ data: new Uint8Array(Buffer.from(pdf ?? '', 'base64')), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  await document.loadingTask.destroy();
  return {
    info: info as Readonly<Record<string, unknown>>,
    size: (pdf ?? '').length,
    pages: pages.length,
    text: texts.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(''),
    roles: rolesOf(trees[0] as Node),
  };
}

describe('a transcript', () => {
  it('is a tagged document in English with a title, headings, tables and the address to verify it at', async () => {
    const { info, text, roles, size, pages } = await printed('EN');
    expect(info).toMatchObject({ Title: 'Second-classroom transcript', Language: 'en' });
    expect(new Set(roles)).toEqual(new Set(['Root', 'Document', 'H1', 'P', 'H2', 'Table', 'TR', 'TH', 'TD']));
    expect(roles.filter((role) => role === 'H2')).toHaveLength(2);
    for (const words of [
      'Shown by: Ada Lovelace 艾达',
      'Steady volunteer',
      'In force',
      'Volunteered, hours verified',
      'Led an activity',
      `portal.union.example/r#${token}`,
      'did:key:z6Mk',
    ])
      expect(text.replaceAll(/\s+/g, '')).toContain(words.replaceAll(' ', ''));
    expect(pages).toBeGreaterThan(1);
    expect(size).toBeLessThan(400_000);
  });

  it('says the same in Chinese', async () => {
    const { info, text } = await printed('ZH_CN');
    expect(info).toMatchObject({ Title: '第二课堂成绩单', Language: 'zh-CN' });
    for (const words of ['坚持志愿者', '志愿服务（时长已核实）', '45 分钟', '组织活动', '核验'])
      expect(text).toContain(words);
  });

  it('holds nothing that is hidden', async () => {
    await send(test, 'ada', { name: 'hideEvidence', input: { evidenceId: hiddenId }, success: '__typename' });
    expect((await printed('EN')).text).not.toContain('Led an activity');
    expect((await printed('ZH_CN')).text).not.toContain('组织活动');
  });

  it('is written for nobody without a link that opens', async () => {
    const answer = await send(test, undefined, {
      name: 'printTranscript',
      input: { token: 'x'.repeat(32), language: 'EN' },
      success: 'pdf',
    });
    expect(answer).toMatchObject({ __typename: 'NotFoundError' });
  });
});
