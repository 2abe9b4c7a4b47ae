import { describe, expect, it } from '@jest/globals';
import { refuseAssessedWork } from './assessed-work.js';

const verdict = (words: string, isConfirmed = false) => {
  const result = refuseAssessedWork([words], isConfirmed);
  if (result.ok) return 'FINE';
  return result.error.canConfirm ? 'WARNED' : 'REFUSED';
};

describe('words about assessed work', () => {
  it.each([
    'Can somebody write my history essay for me by Friday?',
    'I will do your statistics homework for money',
    'Please finish this 3000-word dissertation for me',
    'Looking for someone to sit my maths exam for me',
    'take the test in my place, nobody checks cards',
    'I want to buy an essay on Hobbes',
    'Selling coursework from last year',
    'I would pay somebody to write most of my lab report',
    'Ghost-writer wanted',
    'ghostwriting, cheap',
    '\uff37\uff52\uff49\uff54\uff45 my essay for me',
    'wri\u200bte my essay for me',
    '求代写论文，价格好商量',
    '期末替考，有经验',
    '找枪手',
    '谁能帮我写一篇社会学论文',
    '替我完成高数作业',
    '出售期末考试答案',
  ])('that say it plainly are refused, whatever is confirmed: %s', (words) => {
    expect(verdict(words)).toBe('REFUSED');
    expect(verdict(words, true)).toBe('REFUSED');
  });

  it.each([
    'I do not know how to write my essay, where does one begin?',
    'Help me solve the last homework with you watching',
    'Somebody to go through the solutions to the old exam with',
    'My text must be plagiarism free',
    '论文降重有什么办法',
    '想对一下作业答案',
  ])('that may mean learning are warned of, and go through once they are confirmed: %s', (words) => {
    expect(verdict(words)).toBe('WARNED');
    expect(verdict(words, true)).toBe('FINE');
  });

  it.each([
    'I can explain statistics: means, medians, tests of significance',
    'Can somebody explain the central limit theorem to me before the exam?',
    'I failed the driving test twice and want company',
    'Help me carry a sofa to the third floor',
    'Somebody to practise writing Chinese with',
    'I wrote my essay and want to celebrate',
    'Lost: a blue folder with my thesis notes',
    'Can you take the parcel for me?',
    'We read each other’s drafts aloud on Tuesdays',
    '谁能给我讲讲线性代数？',
    '想找人练口语',
    '帮我搬宿舍',
    '考试周一起去图书馆自习',
    '帮我写一张生日贺卡',
  ])('that are innocent pass: %s', (words) => {
    expect(verdict(words)).toBe('FINE');
  });

  it('are quoted back as they were found, each once', () => {
    const result = refuseAssessedWork(['Write my essay for me', 'write MY essay for me. write my essay for me'], false);
    expect(result).toMatchObject({
      error: { phrases: ['Write my essay for me', 'write MY essay for me', 'write my essay for me'] },
    });
  });

  it('are not found when they are paraphrased: reports by people find the rest', () => {
    expect(verdict('You know what I need by Friday, 2000 words, I pay well')).toBe('FINE');
  });

  it('are read in a time that grows with their length alone', () => {
    expect(verdict('write my '.repeat(220))).toBe('FINE');
    expect(verdict('帮我写'.repeat(600))).toBe('FINE');
  });
});
