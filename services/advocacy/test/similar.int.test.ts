import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { createMatterTextRepository } from '../src/similar/matter-text.repository.js';
import { startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

const matters = [
  ['Open the library until midnight', 'Students with jobs study late and find the doors closed.'],
  ['More vegetarian dishes in the canteen', 'There is one meatless meal a day.'],
  ['Bicycle racks behind the sports hall', 'Bikes are locked to the fence.'],
  ['延长图书馆开放时间', '考试周图书馆九点就关门，同学们没有自习的地方。'],
  ['食堂增加素食窗口', '每天只有一个素菜。'],
] as const;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  const index = createMatterTextRepository(test.dataSource.manager);
  for (const [title, body] of matters) await index.index({ kind: 'PROPOSAL', id: randomUUID() }, { title, body });
});
afterAll(() => test.stop());

const similar = async (title: string, text = '', rest: object = {}): Promise<readonly string[]> =>
  (
    await fixture.ask(
      undefined,
      'query ($title: String!, $text: String, $exceptId: ID, $first: Int) { similarMatters(title: $title, text: $text, exceptId: $exceptId, first: $first) { title } }',
      { title, text, ...rest },
    )
  )['similarMatters'].map((found: { title: string }) => found.title);

describe('similar matters', () => {
  it('are found by a title with slips of the pen', async () => {
    expect((await similar('Opened thee librarian untie mid nights'))[0]).toBe('Open the library until midnight');
  });

  it('are found by other forms of the same words', async () => {
    expect((await similar('Late hours', 'The libraries close too early for studying'))[0]).toBe(
      'Open the library until midnight',
    );
  });

  it('are found in Chinese by parts of words', async () => {
    expect((await similar('图书馆晚上关门太早'))[0]).toBe('延长图书馆开放时间');
    expect((await similar('希望食堂有更多素食'))[0]).toBe('食堂增加素食窗口');
  });

  it('are none for words that nothing shares', async () => {
    expect(await similar('Xylophone orchestra')).toEqual([]);
    expect(await similar('')).toEqual([]);
    expect(await similar("'; drop table proposal; -- & | ! ( <->")).toEqual(expect.any(Array));
  });

  it('leave out the matter that is written, and stop at the number asked for', async () => {
    const [row] = await fixture.sql<{ subject_id: string }>(
      `select subject_id from matter_text where title like 'Open the library%'`,
    );
    expect(await similar('Open the library until midnight', '', { exceptId: row?.subject_id })).not.toContain(
      'Open the library until midnight',
    );
    expect(await similar('library canteen bicycle', 'library canteen bicycle', { first: 1 })).toHaveLength(1);
    const tooMany = await test.run(undefined, '{ similarMatters(title: "a", first: 21) { title } }');
    expect(tooMany.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('follow the words of a matter when they change', async () => {
    const id = randomUUID();
    const index = createMatterTextRepository(test.dataSource.manager);
    await index.index({ kind: 'ISSUE', id }, { title: 'Broken projector in room twelve', body: '' });
    await index.index({ kind: 'ISSUE', id }, { title: 'Cold lecture theatre', body: '' });
    expect(await similar('Broken projector in room twelve')).toEqual([]);
    expect(await similar('Cold lecture theatres')).toEqual(['Cold lecture theatre']);
    await index.remove({ kind: 'ISSUE', id });
    expect(await similar('Cold lecture theatre')).toEqual([]);
  });
});
