/** What reviewers of the demo paths look at. */
export const demoRubric: readonly string[] = [
  'It says what was done and why.',
  'Somebody else could do it again from this text.',
  'It names one thing that did not work.',
];
