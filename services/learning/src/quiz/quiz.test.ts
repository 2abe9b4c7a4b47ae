import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import type { AttemptStatus, QuizAttempt } from '../attempt/attempt.js';
import { checkSettings, publishQuiz, quizVersionLifecycle, type QuizVersion, type QuizVersionStatus } from './quiz.js';
import { quizPolicy, visibleQuizzes } from './quiz.policy.js';
import { quizLifecycleAt, standingOf, type QuizFacts } from './standing.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const version = (status: QuizVersionStatus, number = 1): QuizVersion => ({
  id: toId('018f0000-0000-7000-8000-00000000000e'),
  quizId: toId('q'),
  number,
  status,
  language: 'en',
  drawCount: 5,
  passPercent: 60,
  timeLimitMinutes: undefined,
  attemptsMax: 3,
  authorId,
  reviewerId: undefined,
  publishedAt: undefined,
  version: 1,
});

describe('the life of a version of a quiz', () => {
  it.each([
    ['DRAFT', ['EDIT', 'SUBMIT']],
    ['IN_REVIEW', ['SEND_BACK', 'PUBLISH']],
    ['PUBLISHED', ['RETIRE']],
    ['RETIRED', []],
  ] as const)('in %s allows exactly %j', (status, actions) => {
    expect(quizVersionLifecycle.possible(version(status), now)).toEqual(actions);
  });

  it('retires the version before it when it is published', () => {
    const by = { reviewerId: toId<'Member'>('b'), now };
    expect(publishQuiz(version('IN_REVIEW', 2), version('PUBLISHED'), by)).toMatchObject({
      ok: true,
      value: { published: { status: 'PUBLISHED', publishedAt: now }, retired: { status: 'RETIRED', number: 1 } },
    });
    expect(publishQuiz(version('DRAFT'), undefined, by)).toMatchObject({ ok: false });
  });

  it.each([
    [{}, []],
    [{ language: 'English' }, ['settings.language']],
    [{ drawCount: 11 }, ['settings.drawCount']],
    [{ drawCount: 0 }, ['settings.drawCount']],
    [{ passPercent: 101 }, ['settings.passPercent']],
    [{ attemptsMax: 21 }, ['settings.attemptsMax']],
    [{ timeLimitMinutes: 0 }, ['settings.timeLimitMinutes']],
  ])('with %j has problems at %j', (changes, paths) => {
    const checked = checkSettings({ ...version('DRAFT'), ...changes }, 10).finish(true);
    expect(checked.ok ? [] : checked.error.fields.map(({ path }) => path)).toEqual(paths);
  });
});

const attempt = (status: AttemptStatus, changes: Partial<QuizAttempt> = {}) =>
  ({ status, endsAt: undefined, nextAt: status === 'OPEN' ? undefined : at(-1), ...changes }) as QuizAttempt;
const facts = (changes: Partial<QuizFacts>): QuizFacts => ({
  versions: [version('PUBLISHED')],
  step: { status: 'AVAILABLE', isOpen: true },
  attempts: [],
  used: 0,
  ...changes,
});

describe('how a viewer stands with a quiz', () => {
  it.each<[string, Partial<QuizFacts>, readonly string[]]>([
    ['READY', {}, ['START_ATTEMPT', 'DRAFT_VERSION']],
    ['READY', { step: { status: 'PASSED', isOpen: false } }, ['START_ATTEMPT', 'DRAFT_VERSION']],
    ['READY', { versions: [version('PUBLISHED'), version('DRAFT', 2)] }, ['START_ATTEMPT']],
    ['READY', { attempts: [attempt('FAILED')], used: 1 }, ['START_ATTEMPT', 'DRAFT_VERSION']],
    ['CLOSED', { versions: [version('RETIRED')] }, ['DRAFT_VERSION']],
    ['NOT_ENROLLED', { step: undefined }, ['DRAFT_VERSION']],
    ['LOCKED', { step: { status: 'LOCKED', isOpen: false } }, ['DRAFT_VERSION']],
    ['WAITING', { attempts: [attempt('FAILED', { nextAt: at(1) })], used: 1 }, ['DRAFT_VERSION']],
    ['WAITING', { attempts: [attempt('FAILED', { nextAt: at(1) })], used: 0 }, ['DRAFT_VERSION']],
    ['USED_UP', { attempts: [attempt('FAILED')], used: 3 }, ['DRAFT_VERSION']],
    ['RUNNING', { attempts: [attempt('OPEN')], used: 1 }, ['DRAFT_VERSION']],
    ['RUNNING', { attempts: [attempt('OPEN')], versions: [version('RETIRED')], used: 1 }, ['DRAFT_VERSION']],
    ['READY', { attempts: [attempt('OPEN', { endsAt: at(-5) })], used: 1 }, ['START_ATTEMPT', 'DRAFT_VERSION']],
  ])('is %s for %j', (standing, changes, actions) => {
    expect(standingOf(facts(changes), now)).toBe(standing);
    expect(quizLifecycleAt(now).possible(facts(changes), now)).toEqual(actions);
  });
});

describe('rights over quizzes', () => {
  it.each(Object.entries(actors))('go by office and authorship: %s', (role, actor) => {
    const reviews = ['rep', 'officer', 'authorRep', 'authorOfficer'].includes(role);
    const isAuthor = role.startsWith('author');
    const isOfficer = ['officer', 'authorOfficer'].includes(role);
    const expected = [
      ...(isAuthor ? ['EDIT', 'SUBMIT'] : []),
      ...(reviews && !isAuthor ? ['SEND_BACK', 'PUBLISH'] : []),
      ...(isOfficer ? ['RETIRE'] : []),
    ];
    const granted = quizVersionLifecycle.actions.filter((action) =>
      quizPolicy.canVersion(actor, action, version('DRAFT')),
    );
    expect(granted).toEqual(expected);
    expect(quizPolicy.can(actor, 'DRAFT_VERSION')).toBe(reviews);
    expect(quizPolicy.can(actor, 'START_ATTEMPT')).toBe(
      ['member', 'president', 'rep', 'officer'].includes(role) || isAuthor,
    );
    expect(quizPolicy.canReadQuestions(actor, version('DRAFT'), false)).toBe(reviews || isAuthor);
    expect(quizPolicy.canReadQuestions(actor, version('DRAFT'), true)).toBe(false);
    expect(visibleQuizzes(actor).unpublished).toBe(reviews || role === 'system');
  });
});
