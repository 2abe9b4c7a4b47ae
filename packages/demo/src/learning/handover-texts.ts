/** What somebody wrote in one part of a handover. */
export type DemoHandoverText = {
  readonly section: 'CONTACTS' | 'DECISIONS' | 'ACCOUNTS' | 'OPEN_MATTERS' | 'ADVICE';
  readonly title: string;
  readonly words: string;
  readonly link?: string;
};

/** What Omar's predecessor left to him. */
export const theatreItems: readonly DemoHandoverText[] = [
  {
    section: 'CONTACTS',
    title: 'The porters of the Union Hall',
    words: 'Ask for Mo at the front desk. They open the stage door an hour early if they know two days before.',
  },
  {
    section: 'CONTACTS',
    title: 'The costume store of the town theatre',
    words:
      'Lends to us every spring. Write in January; they like a photograph of what comes back, clean and on its hangers.',
    link: 'https://example.org/town-theatre/costumes',
  },
  {
    section: 'DECISIONS',
    title: 'One big play a year, not two',
    words:
      'The committee decided this after a spring in which twelve people did everything. The autumn is for short pieces that newcomers direct.',
  },
  {
    section: 'DECISIONS',
    title: '字幕：每场演出都配中英双语字幕',
    words: '去年春季起，所有公开演出都配双语字幕。字幕由排练助理负责，演出前一周定稿。',
  },
  {
    section: 'ACCOUNTS',
    title: 'The mailbox of the society',
    words: 'The secretary owns it and makes you a second owner. Nobody else reads it.',
  },
  {
    section: 'ACCOUNTS',
    title: 'The ticket page',
    words: 'The treasurer owns the account; the union’s finance office can move it to somebody else.',
  },
  {
    section: 'OPEN_MATTERS',
    title: 'The broken dimmer in the hall',
    words:
      'Reported in March. The hall promised a new one before the autumn; ask again if it is not there in September.',
  },
  {
    section: 'OPEN_MATTERS',
    title: 'Who directs in spring',
    words: 'Two people asked. The committee hears both in October and decides in the open.',
  },
  {
    section: 'ADVICE',
    title: 'Say thank you on the night',
    words: 'Name everybody who carried something. It costs a minute, and it is why they come back.',
  },
];

const usual: readonly DemoHandoverText[] = [
  {
    section: 'CONTACTS',
    title: 'Room bookings',
    words: 'Book the room for the whole term in week one; the desk keeps a list of groups that wait.',
  },
  {
    section: 'ACCOUNTS',
    title: 'The group’s mailbox',
    words: 'The secretary owns it and can add you.',
  },
  {
    section: 'OPEN_MATTERS',
    title: 'The yearly report',
    words: 'It is written but for the figures of the last month.',
  },
  {
    section: 'ADVICE',
    title: '招新第一周最重要',
    words: '第一周请全体干事都到场，并在三天内给每位新成员回信。',
  },
  {
    section: 'DECISIONS',
    title: 'Meetings end after an hour',
    words: 'What is not done by then goes to the list. More people come since.',
  },
];

/** What most people leave: not all of them the same. */
export function usualItems(index: number): readonly DemoHandoverText[] {
  return usual.filter((_, place) => (index + place) % 4 !== 3);
}
