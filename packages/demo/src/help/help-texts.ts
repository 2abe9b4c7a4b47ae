/** A kind of help as the membership service knows it. */
export type DemoHelpKind =
  | 'BORROW'
  | 'LIFT_CARRY'
  | 'EXPLAIN_TOPIC'
  | 'LANGUAGE_PRACTICE'
  | 'SETTLE_IN'
  | 'COMPANY'
  | 'LOST_FOUND'
  | 'LISTEN';

/** What somebody might ask for. */
export type HelpText = {
  readonly kind: DemoHelpKind;
  readonly title: string;
  readonly words: string;
  readonly language?: string;
  readonly place?: string;
};

/** What people of the demo union ask for. */
export const helpTexts: readonly HelpText[] = [
  {
    kind: 'BORROW',
    title: 'Borrow a drill for one afternoon',
    words: 'I want to put up two shelves and bring it back the same day, cleaned.',
    place: 'North residences',
  },
  {
    kind: 'BORROW',
    title: 'A tent for the weekend',
    words: 'Two of us are going to the coast. We dry it before it comes back, promised.',
  },
  {
    kind: 'BORROW',
    title: 'Formal shoes, size 43',
    words: 'For one interview on Thursday morning. I polish them before I return them.',
  },
  {
    kind: 'BORROW',
    title: '想借一台打印机用半天',
    words: '要打印申请材料，大概四十页，我自己带纸，用完马上还。',
    language: 'zh-CN',
  },
  {
    kind: 'LIFT_CARRY',
    title: 'Carry a sofa to the third floor',
    words: 'There is no lift and the stairs are wide. It takes twenty minutes, and there is tea afterwards.',
    place: 'Mill Street',
  },
  {
    kind: 'LIFT_CARRY',
    title: 'A lift to the recycling yard',
    words: 'Two broken chairs and a microwave. I pay for the petrol.',
  },
  {
    kind: 'LIFT_CARRY',
    title: 'Move boxes from hall to a flat',
    words: 'Six boxes and a plant, ten minutes on foot. A trolley is there.',
    place: 'Hall 4',
  },
  {
    kind: 'LIFT_CARRY',
    title: '帮忙搬一下行李到新宿舍',
    words: '两个大箱子，从三号楼搬到七号楼，走路十分钟，请喝奶茶。',
    language: 'zh-CN',
  },
  {
    kind: 'EXPLAIN_TOPIC',
    title: 'Explain the central limit theorem',
    words: 'I lost the thread in week three and would like to hear it once more, slowly, with a pencil.',
    place: 'Library',
  },
  {
    kind: 'EXPLAIN_TOPIC',
    title: 'How do pointers work?',
    words: 'I can read the code but not picture what happens. Half an hour at a table would do.',
  },
  {
    kind: 'EXPLAIN_TOPIC',
    title: 'Read a balance sheet with me',
    words: 'I am treasurer of our society since May and want to understand what I sign.',
  },
  {
    kind: 'EXPLAIN_TOPIC',
    title: '谁能讲讲贝叶斯公式？',
    words: '听了两遍课还是不太明白，想请人当面慢慢讲一遍，图书馆见就好。',
    language: 'zh-CN',
  },
  {
    kind: 'LANGUAGE_PRACTICE',
    title: 'Speak Spanish over lunch',
    words: 'I am at B1 and too shy in class. You talk, I try, we both eat.',
    place: 'Union café',
  },
  {
    kind: 'LANGUAGE_PRACTICE',
    title: 'Practise English for presentations',
    words: 'I understand all and freeze when I stand. Ten minutes of listening and honest words would help.',
  },
  {
    kind: 'LANGUAGE_PRACTICE',
    title: '想找人练英语口语',
    words: '每周一次，一起散步聊天，我可以教你中文作为交换。',
    language: 'zh-CN',
  },
  {
    kind: 'SETTLE_IN',
    title: 'Open a bank account',
    words: 'I arrived last week and do not know which papers they want. Somebody who has done it?',
  },
  {
    kind: 'SETTLE_IN',
    title: 'Where does one register with a doctor?',
    words: 'The form asks for things that I do not have yet. Could somebody look at it with me?',
  },
  {
    kind: 'SETTLE_IN',
    title: '刚到，想了解怎么办公交卡',
    words: '周末到的，什么都不熟，想请学长学姐带我走一趟。',
    language: 'zh-CN',
  },
  {
    kind: 'COMPANY',
    title: 'Company to the open-mic night',
    words: 'I would like to go and not stand there alone. We can leave when either of us is tired.',
    place: 'Union bar',
  },
  {
    kind: 'COMPANY',
    title: 'First time at the climbing wall',
    words: 'Somebody else who has never been and wants to laugh about it.',
    place: 'Sports centre',
  },
  {
    kind: 'LOST_FOUND',
    title: 'Lost: a green scarf',
    words: 'Knitted, long, left on Tuesday in the big lecture hall or on the way to the bus. It is from my aunt.',
  },
  {
    kind: 'LOST_FOUND',
    title: 'Found: a set of keys with a bear',
    words: 'At the bicycle racks behind the library. Tell me how many keys there are and they are yours.',
  },
  {
    kind: 'LISTEN',
    title: 'Somebody to have a tea with',
    words: 'Nothing terrible. It has been a long month and I would like to say it aloud to a person.',
  },
  {
    kind: 'LISTEN',
    title: 'Walk round the lake and talk',
    words: 'I miss home more than I thought. I also listen well, if you would rather talk.',
    place: 'Lake',
  },
];

/** What people offer. */
export const offerWords: readonly string[] = [
  'I can do that, Wednesday after four is good.',
  'Happy to. I live two minutes away.',
  'I had the same last year. Let us meet in the library.',
  'Yes, gladly. Any evening but Friday.',
  '可以的，我周三下午有空。',
];

/** What people thank with. */
export const thanksWords: readonly string[] = [
  'You saved my week. Thank you!',
  'So patient and so clear. Thank you.',
  'It took ten minutes with you and would have taken me a day.',
  '太感谢了，下次换我帮你！',
];

/** Where people meet. */
export const meetingTexts: readonly string[] = [
  'The foyer of the library',
  'The hall of the student centre',
  'The union café',
  'The main gate',
];
