/** What people write when they ask to be connected. */
export const requestWords: readonly string[] = [
  'We sat next to each other at the welcome talk.',
  'Thanks for the notes on Tuesday!',
  'You asked about the film night. I am going too.',
  'Same seminar, other end of the table.',
  'Shall we share a lift to the next match?',
  'We met at the repair café.',
  'I am the one with the loud bicycle.',
  'You know the good bakery. I need to know it too.',
  '上次活动聊得很开心，加个好友吧。',
  '我们同一门选修课，想一起复习。',
  '听说你也打羽毛球，周末约一场？',
  '谢谢你上周帮我带路。',
];
