import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from './ask.js';
import { missingId } from './fixture.js';
import { content, Library } from './resource-file-fixture.js';

let library: Library;
beforeAll(async () => {
  library = await Library.start();
});
afterAll(() => library.stop());

const everybody = [undefined, 'carl', 'lapsed', 'bob', 'rosa', 'uma', 'ada'];
const mayOpen = async (fileId: string) => {
  const able: (string | undefined)[] = [];
  for (const who of everybody) if ((await library.addressFor(who, fileId)) !== undefined) able.push(who);
  return able;
};
const file = async (name = 'slides.pdf') => library.stored('ada', { name });

describe('a file can be fetched', () => {
  it('by nobody before a resource has it, and by everybody once the resource is published', async () => {
    const fileId = await file();
    expect(await mayOpen(fileId)).toEqual([]);
    const { resource } = await library.draft('ada', { fileId });
    const resourceId = resource?.id;
    expect(await mayOpen(fileId)).toEqual(['ada']);
    await library.act('ada', 'submitResource', { resourceId });
    expect(await mayOpen(fileId)).toEqual(['rosa', 'uma', 'ada']);
    await library.act('rosa', 'sendBackResource', { resourceId });
    expect(await mayOpen(fileId)).toEqual(['ada']);
    await library.act('ada', 'submitResource', { resourceId });
    await library.act('rosa', 'publishResource', { resourceId });
    expect(await mayOpen(fileId)).toEqual(everybody);
  });

  it('by author and reviewers where the resource is held back or taken out', async () => {
    const fileId = await file();
    const resourceId = await library.published(fileId);
    await library.act('uma', 'holdResource', { resourceId, reason: 'Looks copied.' });
    expect(await mayOpen(fileId)).toEqual(['rosa', 'uma', 'ada']);
    await library.act('uma', 'restoreResource', { resourceId, reason: 'It was not.' });
    expect(await mayOpen(fileId)).toEqual(everybody);
    await library.act('ada', 'retireResource', { resourceId });
    expect(await mayOpen(fileId)).toEqual(['rosa', 'uma', 'ada']);
  });

  it('with each version that a reader may see, and the difference of two names both', async () => {
    const [first, second] = [await file('first.pdf'), await file('second.pdf')];
    const resourceId = await library.published(first);
    await library.act('ada', 'reviseResource', { resourceId });
    await library.act('ada', 'editResource', { resourceId, content: { ...content, fileId: second } });
    expect(await mayOpen(second)).toEqual(['ada']);
    expect(await library.read('bob', resourceId, 'file { name } inWork { file { name } }')).toEqual({
      file: { name: 'first.pdf' },
      inWork: null,
    });
    await library.act('ada', 'submitResource', { resourceId });
    expect(await mayOpen(second)).toEqual(['rosa', 'uma', 'ada']);
    expect(await library.read('rosa', resourceId, 'inWork { file { name } }')).toEqual({
      inWork: { file: { name: 'second.pdf' } },
    });
    await library.act('rosa', 'publishResource', { resourceId });
    expect(await mayOpen(first)).toEqual(everybody);
    expect(await mayOpen(second)).toEqual(everybody);
    const differing =
      'versions { edges { node { number file { name } } } } diff(from: 1, to: 2) { facts { fact before after } }';
    expect(await library.read(undefined, resourceId, differing)).toEqual({
      versions: {
        edges: [
          { node: { number: 2, file: { name: 'second.pdf' } } },
          { node: { number: 1, file: { name: 'first.pdf' } } },
        ],
      },
      diff: {
        facts: [{ fact: 'FILE', before: 'first.pdf (200009 bytes)', after: 'second.pdf (200009 bytes)' }],
      },
    });
  });
});

describe('a file whose bytes are not in the store', () => {
  it('is a fault of the installation, told without a word of why', async () => {
    const fileId = await file();
    await library.published(fileId);
    rmSync(join(library.folder, fileId));
    const response = await library.fetched(undefined, fileId);
    expect([response.status, await response.text()]).toEqual([503, '']);
  });
});

describe('a file that is hidden', () => {
  it('is to everybody exactly as one that does not exist, in the answer and in what is asked of the database', async () => {
    const fileId = await file();
    await library.draft('ada', { fileId });
    const { fileId: awaited } = await library.awaited('ada');
    const trace = async (who: string | undefined, id: string) => {
      let answer: unknown;
      const statements = await library.test.countStatements(async () => {
        answer = await library.addressFor(who, id);
      });
      return { answer, statements };
    };
    for (const who of everybody.filter((one) => one !== 'ada')) {
      const missing = await trace(who, missingId);
      expect(missing.answer).toBeUndefined();
      expect(await trace(who, fileId)).toEqual(missing);
      expect(await trace(who, awaited)).toEqual(missing);
      expect(await library.addressFor(who, 'nonsense')).toBeUndefined();
    }
  });
});

describe('lists', () => {
  it('read the files of many resources in as many statements as of one', async () => {
    const query = '{ resources(first: 50) { edges { node { id file { name size scan } inWork { file { name } } } } } }';
    const count = () => library.test.countStatements(async () => void (await ask(library.test, 'ada', query)));
    await library.published(await file());
    const before = await count();
    await library.published(await file());
    await library.published(await file());
    expect((await count()).toSorted()).toEqual(before.toSorted());
  });
});
