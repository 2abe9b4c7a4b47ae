import { lines } from './lines.js';

/** A question as written down; what it says on its own line, then what can be chosen. */
export type WrittenQuestion = {
  readonly kind: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'NUMERIC' | 'ORDERING' | 'SHORT_TEXT';
  readonly prompt: string;
  readonly choices: readonly { readonly text: string; readonly isRight: boolean; readonly feedback?: string }[];
  readonly number?: number;
  readonly tolerance?: number;
  readonly unit?: string;
  readonly accepted: readonly string[];
  readonly explanation?: string;
};

/** The quiz of one path: how many questions are drawn, from how many of a hundred on it is passed, how many minutes one has. */
export type WrittenQuiz = {
  readonly slug: string;
  readonly drawCount: number;
  readonly passPercent: number;
  readonly minutes?: number;
  readonly questions: readonly WrittenQuestion[];
};

const kinds = {
  S: 'SINGLE_CHOICE',
  M: 'MULTIPLE_CHOICE',
  T: 'TRUE_FALSE',
  F: 'TRUE_FALSE',
  N: 'NUMERIC',
  O: 'ORDERING',
  W: 'SHORT_TEXT',
} as const;

const isLetter = (letter: string): letter is keyof typeof kinds => letter in kinds;

/** A head line a quiz; `S`, `M`, `T`, `F`, `N`, `O` and `W` begin a question, `+` and `-` are its right and wrong choices. */
export const writtenQuizzes: readonly WrittenQuiz[] = lines(`
  # event-crew | 10 | 70 | 15
  S Who may change a rig once the doors are open? | Nobody changes what hangs above people; the stage manager stops the show first.
  + Nobody, until the stage manager has stopped the show
  - The lighting operator | Not while people stand below.
  - Whoever hung it | Having hung it does not make it safe to move.
  M What belongs on a risk assessment?
  + Who could be harmed
  + What is done about it
  + Who checks it, and when
  - Who is to blame | It is about what can be prevented.
  T A fire exit must stay clear during the get-in as well.
  F A cable may cross a walkway if everybody has been told. | It is covered or it goes overhead; telling is not enough.
  N How many stewards does a standing event of 250 people need at one for every 50? | 5 | 0 | stewards
  O Put the steps of lifting a heavy case in order. | Look where it goes > Plant your feet > Bend your knees and grip > Straighten your legs
  S The hall holds 300 and 300 are inside. A guest of the band arrives. What do you do?
  + Ask them to wait until somebody leaves
  - Let them in: it is one person | The number is the number the exits can take.
  - Ask the band | The band does not hold the licence.
  W What do we call the talk before the doors open in which everybody hears the plan? | Briefing; the briefing; crew briefing; 班前会; 安全交底
  T Who has not been shown how may not use a ladder.
  M Which of these stop a show at once?
  + A fire alarm
  + Somebody collapsed in front of the stage
  + A barrier giving way
  - A missed cue | Nobody is hurt by a missed cue.
  N Sound is limited to 98 dB over fifteen minutes. You measure 101. How many dB too loud is it? | 3 | 0 | dB
  F The last person out signs nothing, because the porter locks up anyway. | The sheet says who was there last; the porter does not know.
  # study-well | 8 | 60
  S When do you remember a page best in a month? | Trying to recall it, with gaps between, beats reading it again.
  + When you tried to recall it a few times, with gaps between
  - When you read it five times tonight | It feels known tonight and is gone in a week.
  - When you copy it out in a fine hand | Copying needs no recalling.
  T Testing yourself before you feel ready helps you to learn.
  F Highlighting most of a page makes it easier to learn. | What stands out among everything that stands out?
  M Which notes will you read again?
  + Short ones in your own words
  + Ones with a question at the top
  - A full transcript | You would have to study it from the start.
  O Put the rounds of a first week with gaps in order. | The same evening > The next day > After three days > After a week
  W What is the German psychologist’s curve called along which memory fades? | Forgetting curve; the forgetting curve; 遗忘曲线; 艾宾浩斯遗忘曲线
  N You plan 25 minutes of work and 5 of rest. How many rounds fit into two hours? | 4 | 0 | rounds
  S Two subjects are easily mixed up. How do you practise? | Mixing teaches you to tell them apart.
  + A little of each in turn
  - One for a week, then the other | You learn which week it is, not which subject.
  # academic-integrity | 8 | 75
  S You use a friend’s idea from a seminar in your essay. What do you do?
  + Name the friend and the conversation
  - Nothing: it was not written | An idea has an owner whether written or not.
  - Ask the friend to keep quiet | Then you know already that it is not right.
  T Words taken exactly need quotation marks as well as a source.
  F Changing every third word makes a text your own. | The thought and its order are still the other’s.
  M What may you always do with a published paper?
  + Quote it with its source
  + Say in your own words what it found, with its source
  - Hand in its tables as yours
  S A tool wrote your introduction. What does your department need to know? | Rules differ by module; what never differs is that you say what you used.
  + What you used and for what, as the module says
  - Nothing if you changed the first line
  - Nothing if nobody asks
  T Handing in your own essay for a second module needs leave.
  W What is it called to present what others wrote as one’s own? | Plagiarism; 抄袭; 剽窃; 学术不端
  O Put a quotation together. | Say who speaks > Open the quotation marks > Give the exact words > Close them and give the page
  F Common knowledge, such as the year a war ended, needs a source. | What anybody can look up in any book of the field needs none.
  S Two of you worked on one problem set that was set for one. What now?
  + Say so before it is marked
  - Hand in two copies with other variable names | That is hiding it.
  - Let one of you hand it in for both
  # exam-ready | 6 | 60 | 10
  O Put the last evening in order. | Look over your own one-page summary > Pack what you need > Stop > Sleep
  T Reading every question before the first answer costs less time than it saves.
  N A paper of 90 minutes has three questions of equal weight. How many minutes does each get if you keep 6 to read it over? | 28 | 0 | minutes
  S You do not know the second question. What do you do?
  + Leave room, go on, come back
  - Stay until it comes | The third question is worth as much.
  - Cross it out
  F Caffeine at midnight makes up for sleep before a morning paper.
  M What do you take along?
  + Your student card
  + A second pen
  - Your notes, to leave them under the chair | Having them there may be enough to be reported.
  # housing-rights | 6 | 65
  S Where must a landlord in England keep your deposit? | A protected scheme, within 30 days of getting it.
  + In a protected scheme
  - In their bank account
  - With the letting agent’s solicitor
  N Within how many days must the deposit be protected? | 30 | 0 | days
  T You may ask for the name and address of your landlord.
  F A landlord may walk in whenever they like, because it is their house. | They give notice, except in an emergency.
  M Which clauses should make you ask advice before you sign?
  + You pay for every repair
  + The rent may rise at any time
  + You are liable for the others’ rent without having known it
  - Two months’ notice on both sides | That is usual.
  S The boiler has been cold for a week. What do you do first?
  + Tell the landlord in writing and keep a copy
  - Stop paying the rent | Then you are the one in the wrong.
  - Buy a new boiler
  W What do we call the list of what is in the room, with its state, on the first day? | Inventory; the inventory; 房屋清单; 物品清单
  F Moving out is the right time to take the first photographs. | Take them on the first day as well.
  # treasurer | 7 | 80
  S Who may pay out money of the group?
  + Two people together
  - The treasurer alone | That protects nobody, the treasurer least of all.
  - Whoever bought the things
  T A receipt belongs to every expense.
  F Cash of the group may be kept with one’s own for a few days.
  N You took 340.50 at the door and paid 125.20 for the hall. How much is left? | 215.3 | 0.001 | pounds
  O Put a purchase in order. | Budget line > Two quotations > Approval > Order > Receipt
  M What do members hear at the end of the year?
  + What came in
  + What went out
  + What is left
  - Who paid late | Nobody’s debts are read out.
  S The sum is 4.20 short and you do not know why. What do you do? | A small honest hole is worth more than a tidy lie.
  + Write it down as short and tell the committee
  - Put it in from your own pocket and say nothing
  - Change a receipt
  # peer-listener | 6 | 70
  S Somebody tells you that they do not want to live any more. What do you say about keeping it to yourself?
  + That you will not keep it, and that you will stay while you get help
  - That it stays between you | This is the one promise you never make.
  - Nothing | Silence will be taken for a promise.
  T You may say that you do not know what to answer.
  F A good listener has been through the same. | It is their story, not yours.
  M Which of these open a conversation?
  + What was that like for you?
  + Would you like to tell me more?
  - Why did you not say so before? | A why sounds like blame.
  O Put a first conversation in order. | Say who you are and what you can do > Listen > Say back what you heard > Ask what would help > Agree what happens next
  S They ask for your number for the night. What do you do?
  + Give the number of the night line and say when you are here again
  - Give yours | Where your part ends protects both of you.
  - Say that nobody is there at night
  F After a hard conversation it is better not to talk to anybody. | You talk to your supervisor, without names.
  # appeals-explained | 5 | 60
  S What can an academic appeal be about? | How a decision came about, not whether the work was good.
  + That the rules were not followed
  - That the mark feels too low | That is academic judgement.
  - That another student did better
  N An appeal has to arrive within ten working days. You hear on a Monday and there are no holidays. On which day of the month is it due if Monday is the 1st? | 15 | 0
  T Circumstances you could not have told in time can be a reason.
  F While an appeal runs you may not go to lectures.
  W What is the letter called with which you can go to the adjudicator? | Completion of procedures; completion of procedures letter; COP letter; 程序完结函
  O Put the stages in order. | Talk to the department > Formal appeal > Review > Adjudicator
  # walk-leader | 5 | 80
  N On a map of 1 : 25,000 a path is 8 cm long. How many kilometres is that? | 2 | 0.05 | km
  S Contour lines lie close together. What does that mean?
  + It is steep
  - It is flat
  - There is a river
  T The pace of the group is the pace of the slowest.
  F Somebody who is cold and has become silent can be left to rest for an hour. | Silence in the cold is a warning.
  M What do you leave with somebody at home?
  + The route
  + When you will be back
  - Your shoe size
  O Put what you do after a fall in order. | Stop the group > Look for danger > Look after the person > Call for help > Keep everybody warm
  # new-committee | 5 | 60
  T The calendar of the year is agreed before the summer ends.
  N An event above tier one needs its papers 15 days before. It is on the 28th. By which day of the month are they due? | 13 | 0
  S Whose are the passwords of the group? | Accounts belong to the group; they are handed over, never remembered.
  + The group’s: the accounts are handed over
  - The president’s
  - Whoever set them up
  F A decision that nobody wrote down holds as long as everybody remembers it.
  M What does a first meeting settle?
  + Who does what
  + When you meet
  + Who may pay out money
  - Who wins the next election
  W What is the short record of a meeting called? | Minutes; the minutes; 会议纪要; 会议记录
`).reduce<WrittenQuiz[]>((quizzes, line) => {
  if (line.startsWith('# ')) return [...quizzes, quizOf(line.slice(2))];
  const quiz = quizzes.at(-1);
  if (quiz === undefined) throw new RangeError('a question without a quiz');
  const isChoice = line.startsWith('+ ') || line.startsWith('- ');
  const questions = isChoice ? withChoice(quiz.questions, line) : [...quiz.questions, questionOf(line)];
  return [...quizzes.slice(0, -1), { ...quiz, questions }];
}, []);

function partsOf(line: string): readonly string[] {
  return line.split('|').map((part) => part.trim());
}

function quizOf(line: string): WrittenQuiz {
  const [slug = '', drawn, pass, minutes] = partsOf(line);
  const limit = minutes === undefined ? {} : { minutes: Number(minutes) };
  return { slug, drawCount: Number(drawn), passPercent: Number(pass), ...limit, questions: [] };
}

function questionOf(line: string): WrittenQuestion {
  const letter = line.slice(0, 1);
  if (!isLetter(letter)) throw new RangeError(`no kind of question: ${line}`);
  const [prompt = '', ...rest] = partsOf(line.slice(2));
  const base = { kind: kinds[letter], prompt, choices: [], accepted: [] };
  if (letter === 'N') return { ...base, ...numberOf(rest) };
  const [second = '', third = ''] = rest;
  if (letter === 'W') return { ...base, accepted: second.split(';').map((text) => text.trim()), ...because(third) };
  if (letter === 'O') return { ...base, choices: second.split('>').map(rightChoice), ...because(third) };
  if (letter === 'S' || letter === 'M') return { ...base, ...because(second) };
  return { ...base, choices: ['T', 'F'].map((one) => ({ text: '', isRight: one === letter })), ...because(second) };
}

function because(text: string): { readonly explanation?: string } {
  return text === '' ? {} : { explanation: text };
}

function numberOf([number = '', tolerance = '', unit = '', why = '']: readonly string[]) {
  const counted = unit === '' ? {} : { unit };
  return { number: Number(number), tolerance: Number(tolerance || 0), ...counted, ...because(why) };
}

function rightChoice(text: string): { readonly text: string; readonly isRight: boolean } {
  return { text: text.trim(), isRight: true };
}

function withChoice(questions: readonly WrittenQuestion[], line: string): readonly WrittenQuestion[] {
  const question = questions.at(-1);
  if (question === undefined) throw new RangeError('a choice without a question');
  const [text = '', feedback] = partsOf(line.slice(2));
  const choice = { text, isRight: line.startsWith('+'), ...(feedback !== undefined && { feedback }) };
  return [...questions.slice(0, -1), { ...question, choices: [...question.choices, choice] }];
}
