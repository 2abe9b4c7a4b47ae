/*
 * Looks for asks and offers to do assessed work for somebody: ghost-writing, sitting an exam, buying answers (domain
 * 1.3 F). It reads words, not intent. It finds what is said plainly in English or Chinese. It does not find paraphrase,
 * slang of the month, other languages, pictures or what is agreed on elsewhere; and it may warn of innocent words, which
 * is why a warning can be answered. Reports by people find the rest.
 */
import { err, ok, type Result } from '@guildhall/kernel';

/** That words ask for or offer something that is not given here. */
export type AssessedWorkError = {
  readonly __typename: 'AssessedWorkError';
  readonly message: string;
  /** What was found, as it was written. */
  readonly phrases: readonly string[];
  /** Whether one may go on by stating that the work stays one's own. */
  readonly canConfirm: boolean;
};

const work = String.raw`(?:essay|dissertation|thesis|assignment|coursework|homework|term paper|lab report|problem set|take-?home|exam|midterm|quiz|test)s?`;
const own = String.raw`(?:my|your|his|her|their|this|the|an?|any)`;

/** Nobody says these about work that stays their own. Up to three words may stand between the parts. */
const plain: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:write|do|finish|complete|draft|type)\s+(?:${own}\s+)(?:[\w'-]+\s+){0,3}?${work}\s+for\s+(?:me|you|him|her|them|us|money|cash|pay)\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:sit|take|attend)\s+${own}\s+(?:[\w'-]+\s+){0,2}?(?:exam|midterm|quiz|test)s?\s+(?:for\s+(?:me|you)|in\s+my\s+place|instead\s+of\s+me)\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:buy|sell|selling|pay(?:ing)?\s+for)\s+(?:[\w'-]+\s+){0,3}?(?:essay|dissertation|thesis|assignment|coursework|exam answer)s?\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\bpay\s+(?:someone|somebody|you|anyone)\s+to\s+(?:write|do|finish|complete|sit|take)\s+(?:[\w'-]+\s+){0,4}?${work}\b`,
    'giu',
  ),
  /\b(?:ghost-?writ(?:e|er|ing)|essay\s+mill|contract\s+cheating|impersonat\w+\s+(?:me|you)\s+(?:in|at)\s+(?:the|my|your|an)\s+exam)\b/giu,
  /(?:代写|代做|代考|替考|代上课|枪手|包过|论文代|代(?:交|完成)(?:作业|论文|报告))/gu,
  /(?:帮我|替我|给我)(?:写|做|完成)(?:完|好|一篇|一下|我的)*[\p{Script=Han}]{0,4}?(?:论文|作业|报告|毕业设计|课程设计|考试|测验)/gu,
  /(?:买|卖|出售|购买)[\p{Script=Han}]{0,4}?(?:论文|作业|答案|考题|试题)/gu,
];

/** People also say these when they mean to learn. */
const doubtful: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:write|do|finish|complete|solve|rewrite|paraphrase)\s+(?:${own}\s+)(?:[\w'-]+\s+){0,3}?${work}\b`,
    'giu',
  ),
  /\b(?:answers?|solutions?)\s+(?:to|for|of)\s+(?:my|the|this|your)\s+(?:[\w'-]+\s+){0,3}?(?:exam|midterm|quiz|test|assignment|coursework|homework|problem set)s?\b/giu,
  /\b(?:plagiarism|turnitin|ai)[\s-]+(?:free|proof|checker|detector)\b/giu,
  /(?:作业|论文|报告|考试|测验)[\p{Script=Han}]{0,3}?(?:答案|包写|润色改写|降重|查重)/gu,
  /(?:降重|查重|改写论文)/gu,
];

const found = (patterns: readonly RegExp[], words: string): readonly string[] => [
  ...new Set(patterns.flatMap((pattern) => Array.from(words.matchAll(pattern), ([phrase]) => phrase.trim()))),
];

/**
 * Refuses words that plainly ask for or offer assessed work, and words that may, unless their author states that the
 * work stays its student's own. Plain words cannot be confirmed away.
 */
export function refuseAssessedWork(
  texts: readonly string[],
  isOwnWorkConfirmed: boolean,
): Result<undefined, AssessedWorkError> {
  // Full-width letters and odd spaces would hide a phrase.
  const words = texts
    .join('\n')
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '');
  const refused = found(plain, words);
  if (refused.length > 0)
    return err({
      __typename: 'AssessedWorkError',
      message:
        'Work that is marked stays its student’s own: nobody here writes it, does it or sits it for another. Ask for the topic to be explained instead, or see the advice service about the deadline.',
      phrases: refused,
      canConfirm: false,
    });
  const doubted = isOwnWorkConfirmed ? [] : found(doubtful, words);
  if (doubted.length > 0)
    return err({
      __typename: 'AssessedWorkError',
      message:
        'This may read as help with work that is marked. Say what is to be understood, or confirm that the work stays its student’s own.',
      phrases: doubted,
      canConfirm: true,
    });
  return ok(undefined);
}
