/** One thing that somebody says to the whole union, and what others reply. */
export type CampusWords = {
  readonly kind: 'NOTICE' | 'IDEA' | 'QUESTION' | 'THANKS';
  readonly body: string;
  readonly language?: string;
  readonly hoursAgo: number;
  readonly replies?: readonly string[];
};

/** What stands in the campus space of the demo union, the newest first. */
export const campusWords: readonly CampusWords[] = [
  {
    kind: 'NOTICE',
    hoursAgo: 5,
    body: 'The student council meets on Thursday at six in the Great Hall. Everybody may listen; members may speak.',
    replies: ['Will there be a list of what is decided?', 'Yes, on the same evening, under proposals.'],
  },
  {
    kind: 'NOTICE',
    hoursAgo: 50,
    language: 'zh-CN',
    body: '期末复习周图书馆延长开放至凌晨两点，请带好校园卡。',
  },
  {
    kind: 'QUESTION',
    hoursAgo: 3,
    body: 'Is there a room on campus where one can have a call without being overheard?',
    replies: [
      'The small rooms on the second floor of the library; you book them at the desk.',
      'Those are full in the week before exams. Try the union building, third floor.',
    ],
  },
  {
    kind: 'IDEA',
    hoursAgo: 26,
    body: 'A shelf for things left over when people move out: lamps, pans, hangers. Whoever arrives in September takes them.',
    replies: ['I would bring a whole box.', 'The laundry in the north halls has space for it.'],
  },
  {
    kind: 'THANKS',
    hoursAgo: 9,
    body: 'To whoever handed in my keys at the porter’s: you saved my evening. Thank you.',
  },
  {
    kind: 'QUESTION',
    hoursAgo: 31,
    language: 'zh-CN',
    body: '请问校医院周末可以看牙吗？需要提前几天预约？',
    replies: ['周六上午可以，提前两天打电话。'],
  },
  {
    kind: 'IDEA',
    hoursAgo: 72,
    body: 'Recordings of the first-year lectures should be there on the same day, not a week later. Many of us work in the evening.',
    replies: ['In physics they are, so it can be done.'],
  },
  {
    kind: 'THANKS',
    hoursAgo: 80,
    body: 'The people of the welcome team walked me to the bank, the doctor and the shop on my first day. I will do it next year.',
    replies: ['We would love to have you!'],
  },
  {
    kind: 'QUESTION',
    hoursAgo: 100,
    body: 'Who plays the viola and would join a quartet on Tuesdays?',
  },
  {
    kind: 'IDEA',
    hoursAgo: 130,
    body: 'A quiet hour at the welcome fair, with the music off, for those to whom a full hall is too much.',
    replies: ['Yes please.', 'The climbing club would gladly do this.'],
  },
];

/** What ada said to everybody, which rosa would like to raise. */
export const adasIdea: CampusWords = {
  kind: 'IDEA',
  hoursAgo: 44,
  body: 'Lab reports come back after the next one is due, so nobody learns from the last. Two weeks should be the rule.',
  replies: ['In our year it was five weeks.', 'I would sign that.'],
};

/** What somebody said that became a proposal. */
export const raisedIdea: CampusWords = {
  kind: 'IDEA',
  hoursAgo: 200,
  body: 'Somebody should write down what we all complain about and hand it in. I would do it, if others sign.',
  replies: ['Do it, I sign.', 'Me too.'],
};

/** What three members reported. */
export const heldWords = 'Whoever still votes for the film society again has lost all sense. You know who I mean.';

/** What was removed, and what its author says against it. */
export const removedWords = {
  body: 'Selling my notes of all first-year modules, complete, with the solutions. Write to me.',
  reason: 'Solutions to assessed work are not for sale here.',
  appeal: 'They are my own notes, and the solutions are those of last year that the department published itself.',
} as const;
