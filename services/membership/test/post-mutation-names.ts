/** The mutations about posts and their moderation whose failures `post-outcomes.int.test.ts` reaches, each one. */
export const postMutationNames = [
  'reportContent',
  'moderateContent',
  'decideReportedItem',
  'appealRemoval',
  'editPost',
  'markAnswered',
  'pinPost',
  'reactToPost',
  'mutePost',
  'replyToPost',
  'editPostReply',
  'withdrawPostReply',
  'askToRaise',
  'decideRaiseRequest',
];
