import type { CaseMatter } from '../cases/cases.js';
import { lines } from './lines.js';

/** What students write when they ask for advice, by matter, in English. Made up; no text is of a real person. */
export const narratives: Readonly<Record<CaseMatter, readonly string[]>> = {
  HOUSING: lines(`
    The heating in our flat has been off for eleven days. We reported it four times and each time the ticket was closed without a visit.
    My landlord kept the whole deposit for "cleaning" although we have photographs from the day we left. He no longer answers.
    There is mould behind the wardrobe and I have started to cough at night. I asked for another room in September and heard nothing.
    I signed for a studio and was given a shared kitchen. They say the picture on the site was only an example.
    Two of my housemates have left and the agent wants the rest of us to pay their share until July. Can they do that?
    The lift has been broken since the start of term. I use a wheelchair and live on the third floor.
    我们的房东突然要求提前一个月搬走，合同上写的是到七月。押金也不肯退，不知道该找谁。
    宿舍隔壁长期深夜吵闹，已经影响到我的睡眠和考试，投诉了三次没有结果。
  `),
  ACADEMIC: lines(`
    I failed by one mark and the feedback describes a question that I did not choose. I think somebody else’s sheet was put on my script.
    My extension was granted by e-mail, but the late penalty was still taken off. The deadline for appeals is next week.
    I was in hospital during the resit. The form asks for evidence that the ward will only send in a month.
    My supervisor left in January and no replacement has been named. My thesis is due in June.
    The support plan says extra time and a small room. I was put in the main hall again.
    They changed the assessment from essay to exam three weeks before the end. Half of us had already written the essay.
    考试当天系统故障，我的答案没有保存。老师说看不到记录，申诉期限只剩五个工作日。
    导师两个月没有回复邮件，我的开题报告因此错过了截止日期。
  `),
  MONEY: lines(`
    My student finance has stopped because of a form that the university says it sent. I have eighty pounds until the end of the month.
    I was charged the overseas fee for a second time. My residence was settled in first year.
    The placement is unpaid and two hours away. The travel fund closed before we were told about it.
    I withdrew in week two and they still ask for the whole term.
    奖学金晚发了两个月，房租快交不上了，想了解困难补助怎么申请。
  `),
  COMPLAINT: lines(`
    Our module lost five of its ten seminars and nothing was put on instead. We have asked since week four.
    A member of staff shouted at me at the help desk in front of a queue of people. I would like an apology and for it not to happen again.
    My request for captions has been passed between three offices since October.
    The complaint I sent in March was closed as "resolved". Nobody spoke to me.
    I was told in front of the whole group that my accent was a problem for the presentation.
  `),
  MISCONDUCT: lines(`
    I have been asked to a meeting because the similarity report found my own earlier essay. I did not know that this was not allowed.
    They say I used a text generator. I have all my drafts and notes and would like somebody to come with me.
    A friend and I revised together and our answers look alike. We are both called for Thursday.
    There was a party in our corridor and my name is on the list although I was away. The hearing is in eight days.
  `),
  OTHER: lines(`
    I would like to know what happens with my place if I take a year out to look after my mother.
    Somebody keeps writing to me after I asked them to stop. I do not want a formal process yet, I want to know what I can do.
    My name is wrong on every list after I changed it. Three tutors still call out the old one.
    I am an estranged student and the form insists on my parents’ signatures.
  `),
};

/** What advisers answer first. */
export const firstReplies: readonly string[] = lines(`
  Thank you for writing to us. I have read everything and I am on this from today. Could you send me the dates in the order in which they happened?
  I am sorry you have had to deal with this. You have rights here. Shall we talk on Wednesday, by video or in person, whichever you like?
  Thank you, this is clear. Before we do anything I would like to agree with you on what you want to come out of it.
  I have looked at the procedure with you in mind: the deadline that matters is ten working days from the letter. We have time if we start now.
`);

/** What students write back. */
export const studentReplies: readonly string[] = lines(`
  Thank you so much. I have attached the e-mails in order. Wednesday at two works.
  That helps already. What I really want is for somebody to look at it again.
  I can come in person. Could a friend sit in?
  I have written down the dates. The first report was on a Monday, I am sure of that.
  I agree with asking the department, but please leave out my medical details.
`);

/** What advisers write along the way. */
export const laterReplies: readonly string[] = lines(`
  I have drafted the letter. Please read it and change anything that does not sound like you; nothing goes out before you say so.
  A short note: no answer yet. I have asked again today and will ring on Friday.
  They have agreed to look at it again. I will go with you to the meeting if you wish.
  Good news: they accept the main point. Let us talk about what you would like as redress.
`);

/** What departments answer to a referral. */
export const departmentAnswers: Readonly<Record<'AGREE' | 'PARTLY' | 'DECLINE', readonly string[]>> = {
  AGREE: lines(`
    We agree. The repair is booked for this week and we will write to the student directly with the time.
    This was our mistake. The record has been corrected and the charge removed.
    We agree to the adjustment and have told the module leader. It applies from the next assessment.
  `),
  PARTLY: lines(`
    We can move the date but not the form of the assessment. We suggest a short call to agree on the details.
    We accept half of the charge. For the rest we need the receipt named in the attached list.
    A room move is possible in four weeks; until then we have offered a heater and a fan.
  `),
  DECLINE: lines(`
    We cannot change a decision of the board. The student may ask for a review within ten working days; the form is on our page.
    The contract was ended within its terms. We have sent the student the list of rooms that are free.
  `),
};
