/** One version of the numbers that decide about issues; an issue keeps the version it was posted under. */
export type IssueRule = {
  readonly version: number;
  /** From how many distinct students on an issue is raised by itself. */
  readonly raiseStudents: number;
  /** After how many working days an issue is raised by itself. */
  readonly raiseDays: number;
  /** From which share of its supporters on a "not solved" reopens an issue, in percent. */
  readonly reopenPercent: number;
  /** And from how many of them on. */
  readonly reopenStudents: number;
  /** After how many reports a post is held back. */
  readonly holdReports: number;
};

/** Whether so many students are enough for an issue to leave its course by itself. */
export function isEnoughToRaise(students: number, { raiseStudents }: IssueRule): boolean {
  return students >= raiseStudents;
}

/** What the supporters of an answered issue say. */
export type IssueVerdict = { readonly supporters: number; readonly notSolved: number };

/** Whether enough supporters say that it is not solved: both the share and the number, so that few cannot and many need not all vote. */
export function isEnoughToReopen(
  { supporters, notSolved }: IssueVerdict,
  { reopenPercent, reopenStudents }: IssueRule,
): boolean {
  return notSolved >= reopenStudents && notSolved * 100 >= supporters * reopenPercent;
}
