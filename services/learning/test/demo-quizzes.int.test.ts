import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adasQuiz, demoMembers, planDemoQuizzes } from '@guildhall/demo';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { checkQuestions, type QuestionDraft } from '../src/question/question.js';
import { ask } from './ask.js';
import { learning } from './fixture.js';

let test: TestService;
beforeAll(async () => {
  test = await startTestService(learning, { clock: new TestClock(testStart) });
  await test.dataSource.transaction((manager) =>
    loadDemoUnion(manager, {
      anchor: new Date(testStart),
      size: 'small',
      environment: {},
      onProgress: () => undefined,
    }),
  );
}, 60_000);
afterAll(() => test.stop());

const count = async (sql: string): Promise<number> => {
  const [row]: { count: number }[] = await test.dataSource.query(`select count(*)::int as count from ${sql}`);
  return row?.count ?? 0;
};

describe('the quizzes of the demo union', () => {
  it('keep every rule an author keeps', () => {
    const nothing = { resources: new Set<never>(), keys: new Set<never>() };
    for (const { questions, drawCount } of planDemoQuizzes()) {
      const drafts = questions.map((question): QuestionDraft => ({
        ...question,
        key: undefined,
        choices: question.choices.map((choice) => ({ ...choice, feedback: choice.feedback })),
        number: question.number,
        tolerance: question.tolerance,
        unit: question.unit,
        explanation: question.explanation,
        resourceId: undefined,
      }));
      expect(checkQuestions(drafts, nothing).finish(true)).toEqual({ ok: true, value: true });
      expect(drawCount).toBeLessThanOrEqual(questions.length);
    }
  });

  it('stand behind every quiz step, and were passed wherever their step was', async () => {
    const open = `path_step s join path_version v on v.id = s.path_version_id and v.status = 'PUBLISHED'`;
    const behind = `quiz q join quiz_version x on x.quiz_id = q.id and x.status = 'PUBLISHED' where q.path_id = v.path_id and q.step_key = s.key`;
    expect(await count(`${open} where s.kind = 'QUIZ' and not exists (select 1 from ${behind})`)).toBe(0);
    const passed = `step_progress g join path_step s on s.id = g.step_id where s.kind = 'QUIZ' and g.status = 'PASSED'`;
    expect(await count(passed)).toBeGreaterThan(0);
    expect(await count(`quiz_attempt where status = 'PASSED'`)).toBe(await count(passed));
    expect(await count('recall_card')).toBe(await count('attempt_question'));
  });

  it('let ada try again, with what she answered to review', async () => {
    const { quiz, viewer } = await ask<{
      quiz: { viewerStanding: string; viewerBestPercent: number; title: string };
      viewer: { recall: { dueCount: number; cardCount: number } };
    }>(
      test,
      'ada',
      'query ($id: ID!) { quiz(id: $id) { viewerStanding viewerBestPercent title } viewer { recall { dueCount cardCount } } }',
      { id: adasQuiz },
    );
    expect(quiz).toMatchObject({ viewerStanding: 'READY', title: 'Check what stayed with you' });
    expect(quiz.viewerBestPercent).toBeLessThan(60);
    expect(viewer.recall.cardCount).toBe(8);
    expect(viewer.recall.dueCount).toBeGreaterThan(3);
    expect(await count(`quiz_attempt where member_id = '${demoMembers.ada.memberId}'`)).toBe(1);
  });
});
