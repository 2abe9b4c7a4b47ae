import { lines } from './lines.js';

/** A learning path as written down: a head line, then its steps as kind, title and what the step refers to. */
export type WrittenPath = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly { readonly kind: string; readonly title: string; readonly refersTo: string }[];
};

/** The 24 paths. READ steps name a common guide, ATTEND steps the kind of activity. */
export const writtenPaths: readonly WrittenPath[] = lines(`
  # event-crew | Event crew: run a safe event | From ladders to lights-out: what everybody backstage should know.
  ATTEND | Attend a training session | TRAINING
  READ | Read how to assess risks | risk
  QUIZ | Answer ten questions on safety
  REFLECT | Write down what you would do differently at your next event
  # first-weeks | Your first weeks in Northbridge | Find your way, find your people, find help.
  READ | Read before you sign a tenancy | tenancy
  ATTEND | Go to one social, alone or with somebody | SOCIAL
  REFLECT | Note three people or places you can turn to
  # study-well | Study well | Notes, memory and the quiet before exams.
  READ | Take notes that you will read again | notes
  READ | Revise with gaps | revision
  QUIZ | Check what stayed with you
  REFLECT | Plan your own four weeks
  # academic-integrity | Good sources, own words | How to use what others wrote, and be safe.
  READ | Cite without fear | sources
  QUIZ | Decide in twelve real situations
  # exam-ready | Ready for the exam | Four weeks, one plan, enough sleep.
  READ | Revise with gaps | revision
  READ | Prepare the day itself | exam-day
  QUIZ | Try a paper against the clock
  # money-matters | Money for one term | A budget that survives week nine.
  READ | Make your budget | budget
  REFLECT | Look at it again after two weeks
  # housing-rights | Know your housing rights | Deposits, repairs and moving out.
  READ | Check a contract | tenancy
  QUIZ | Spot five traps in a contract
  ATTEND | Come to an advice evening or another open meeting | MEETING
  # lead-a-group | Lead a group | For presidents and those who want to be.
  READ | Chair a meeting | chairing
  READ | Write minutes on one page | minutes
  HOLD_MANDATE | Hold an office for thirty days
  REFLECT | Ask two members what you should keep doing
  # treasurer | Treasurer’s basics | Keep the money safe and the members informed.
  READ | Learn the three rules | money-group
  QUIZ | Book ten receipts
  HOLD_MANDATE | Hold an office for thirty days
  # course-rep | Course representative | Listen, raise, close the loop.
  READ | Chair a conversation with your course | chairing
  HOLD_MANDATE | Hold an office for thirty days
  REFLECT | Tell your course what changed
  # inclusive-events | Events for everybody | Plan one event that nobody has to ask to join.
  READ | Learn what to say in the invitation | inclusive
  ATTEND | Look at a performance with new eyes | CULTURAL_PERFORMANCE
  REFLECT | Note what worked and what did not
  # peer-listener | Peer listener | Be there for somebody, and know where your part ends.
  READ | Learn to listen | listening
  QUIZ | Decide what to do in eight conversations
  ATTEND | Attend a training session | TRAINING
  # mentor | Mentor a first-year | An hour a fortnight that matters.
  READ | Prepare your first meeting | mentoring
  READ | Learn to listen | listening
  TEACH | Lead a first session with your mentee
  # volunteer-leader | Volunteer leader | From helping out to organising others.
  ATTEND | Take part in a voluntary service | VOLUNTARY_SERVICE
  READ | Assess the risks of a shift | risk
  VERIFIED_HOURS | Have twenty hours verified
  # appeals-explained | Academic appeals explained | What can be reviewed, and by when.
  READ | Learn how an appeal works | appeals
  QUIZ | Tell process from judgement
  # walk-leader | Walk leader | Take ten people up a hill and back.
  ATTEND | Take part in a club session | SPORT
  READ | Assess the risks of a route | risk
  QUIZ | Read a map
  # campaigner | Campaign for a change | From annoyance to a decision.
  ATTEND | Help at a campaign | CAMPAIGN
  READ | Chair a planning meeting | chairing
  REFLECT | Write your demand in one sentence
  # community-researcher | Community researcher | Ask well, listen, give back.
  ATTEND | Take part in a field visit | SOCIAL_PRACTICE
  READ | Use sources fairly | sources
  PEER_REVIEW | Have another student read your report
  # dissertation | Dissertation in good order | A question, a plan, a supervisor.
  READ | Cite without fear | sources
  REFLECT | Write your question in one sentence
  PEER_REVIEW | Swap plans with another student
  # essay-clinic | Essay clinic | Write, swap, rewrite.
  READ | Take notes for an essay | notes
  PEER_REVIEW | Swap drafts with another student
  # new-committee | New committee, first month | What to do before the summer ends.
  READ | Read the money rules | money-group
  READ | Read about inclusive events | inclusive
  QUIZ | Check your calendar against the notice times
  # wellbeing-week | A steadier week | Small habits, written by students for students.
  READ | Learn to listen, to yourself as well | listening
  REFLECT | Keep a diary for seven days
  # international-start | Starting from far away | Contracts, classes and customs in a new country.
  READ | Learn how an appeal works | appeals
  READ | Check a contract | tenancy
  ATTEND | Go to one social | SOCIAL
  # meeting-skills | Meetings that end on time | Agenda, turns, decisions.
  READ | Chair a meeting | chairing
  READ | Write minutes on one page | minutes
  ATTEND | Take part in a general meeting | MEETING
`).reduce<WrittenPath[]>((paths, line) => {
  const [first = '', second = '', third = ''] = line
    .replace(/^# /, '')
    .split('|')
    .map((part) => part.trim());
  const last = paths.at(-1);
  if (line.startsWith('# ')) return [...paths, { slug: first, title: second, summary: third, steps: [] }];
  if (!last) throw new RangeError('a step without a path');
  return [...paths.slice(0, -1), { ...last, steps: [...last.steps, { kind: first, title: second, refersTo: third }] }];
}, []);
