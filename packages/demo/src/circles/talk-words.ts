/** What people of the demo union say to each other. */
export const talkWords: readonly string[] = [
  'Are you going to the open evening on Thursday?',
  'Yes! Shall we meet at the library first?',
  'I have your umbrella, by the way.',
  'Ha, I wondered where it was. Tomorrow at lunch?',
  'Thanks for your notes, they helped a lot.',
  'The talk was longer than I thought. Worth it, though.',
  'Can you still lend me the tent for the weekend?',
  'Sure, come by after six.',
  '下午一起去自习室吗？',
  '好啊，三点见。',
  'I found a flat, finally.',
  'Congratulations! When do you move?',
  'Running late, ten minutes.',
  'No hurry, I got us a table by the window.',
  'Do you know who books the rehearsal room?',
  'Ask at the front desk, they were very kind to me.',
];

/** What a new circle says. */
export const circleWords: readonly string[] = [
  'Hello everybody, nice to meet you!',
  'Hi! Friday works for me, what about you?',
  'Me too. The café by the river is quiet in the afternoon.',
  'Great, see you there. I wear a green scarf.',
  '大家好，很高兴认识你们！',
];
