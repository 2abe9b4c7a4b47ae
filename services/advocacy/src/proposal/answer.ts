import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ProposalDecision, ProposalId } from './proposal.js';

/** What a department says to a proposal. */
export type AnswerWords = {
  readonly decision: ProposalDecision;
  readonly text: string;
  /** Why not, or not all of it. */
  readonly reason: string;
  /** Who could decide otherwise. */
  readonly whoDecides: string;
};

/** A department's draft of an answer; for the departments concerned alone. */
export type AnswerDraft = AnswerWords & {
  readonly proposalId: ProposalId;
  readonly departmentId: Id<'Department'>;
  readonly draftedAt: Date;
};

/** A published answer. The second one, after a reconsideration, is final. */
export type ProposalAnswer = AnswerWords & {
  readonly proposalId: ProposalId;
  readonly round: number;
  readonly departmentId: Id<'Department'>;
  readonly answeredAt: Date;
};

/** One dated step of what was promised. */
export type ProposalMilestone = {
  readonly id: Id<'ProposalMilestone'>;
  readonly proposalId: ProposalId;
  readonly round: number;
  readonly title: string;
  /** The campus day by which it is promised, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly doneAt: Date | undefined;
};

/** A step as it is planned. */
export type MilestonePlan = Pick<ProposalMilestone, 'title' | 'dueOn'>;

const textMax = 5000;
const milestonesMax = 20;

/** Checks an answer. What is not fully accepted says why; what is declined names who could decide otherwise. */
export function checkAnswer(words: AnswerWords): Result<AnswerWords, ValidationError> {
  const { decision } = words;
  const needsReason = decision === 'DECLINED' || decision === 'PARTLY' || decision === 'ALTERNATIVE';
  return new FieldChecks()
    .text('text', words.text, { max: textMax })
    .text('reason', words.reason, { min: needsReason ? 1 : 0, max: 2000 })
    .text('whoDecides', words.whoDecides, { min: decision === 'DECLINED' ? 1 : 0, max: 300 })
    .finish({
      decision,
      text: words.text.trim(),
      reason: words.reason.trim(),
      whoDecides: words.whoDecides.trim(),
    });
}

/** Checks a plan of delivery: 1 to 20 dated steps, none of them over already. */
export function checkMilestones(
  plan: readonly MilestonePlan[],
  today: string,
): Result<readonly MilestonePlan[], ValidationError> {
  const checks = new FieldChecks()
    .that(plan.length > 0, 'milestones', 'REQUIRED', 'Name at least one step with its date.')
    .that(plan.length <= milestonesMax, 'milestones', 'TOO_LONG', `Name at most ${milestonesMax} steps.`);
  plan
    .slice(0, milestonesMax)
    .forEach(({ title, dueOn }, index) =>
      checks
        .text(`milestones.${index}.title`, title, { max: 200 })
        .that(
          /^\d{4}-\d{2}-\d{2}$/.test(dueOn) && dueOn >= today,
          `milestones.${index}.dueOn`,
          'OUT_OF_RANGE',
          'Give a day from today on.',
        ),
    );
  return checks.finish(plan.map(({ title, dueOn }) => ({ title: title.trim(), dueOn })));
}
