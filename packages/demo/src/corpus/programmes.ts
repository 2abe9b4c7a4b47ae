import { rows } from './lines.js';

/** One school of the university: its faculty, and its subject in both languages of the demo union. */
export type School = {
  readonly faculty: string;
  readonly subject: string;
  readonly subjectZh: string;
  readonly bachelor: string;
  readonly master: string;
};

/** The 34 schools in nine faculties. */
export const schools: readonly School[] = rows(`
  Arts and Humanities | English Literature | 英国文学 | BA | MA
  Arts and Humanities | History | 历史学 | BA | MA
  Arts and Humanities | Philosophy | 哲学 | BA | MA
  Arts and Humanities | Modern Languages | 现代语言 | BA | MA
  Arts and Humanities | Music | 音乐 | BMus | MMus
  Business and Economics | Accounting and Finance | 会计与金融 | BSc | MSc
  Business and Economics | Business Management | 工商管理 | BSc | MSc
  Business and Economics | Economics | 经济学 | BSc | MSc
  Business and Economics | Marketing | 市场营销 | BSc | MSc
  Computing and Mathematics | Computer Science | 计算机科学 | BSc | MSc
  Computing and Mathematics | Data Science | 数据科学 | BSc | MSc
  Computing and Mathematics | Mathematics | 数学 | BSc | MSc
  Computing and Mathematics | Statistics | 统计学 | BSc | MSc
  Education and Society | Education Studies | 教育学 | BA | MA
  Education and Society | Psychology | 心理学 | BSc | MSc
  Education and Society | Social Work | 社会工作 | BA | MA
  Education and Society | Sociology | 社会学 | BA | MA
  Engineering | Aerospace Engineering | 航空航天工程 | BEng | MSc
  Engineering | Chemical Engineering | 化学工程 | BEng | MSc
  Engineering | Civil Engineering | 土木工程 | BEng | MSc
  Engineering | Electrical Engineering | 电气工程 | BEng | MSc
  Engineering | Mechanical Engineering | 机械工程 | BEng | MSc
  Health Sciences | Nursing | 护理学 | BSc | MSc
  Health Sciences | Pharmacy | 药学 | MPharm | MSc
  Health Sciences | Physiotherapy | 物理治疗 | BSc | MSc
  Law and Politics | Law | 法学 | LLB | LLM
  Law and Politics | Politics | 政治学 | BA | MA
  Law and Politics | International Relations | 国际关系 | BA | MA
  Medicine and Dentistry | Medicine | 临床医学 | MBChB | MRes
  Medicine and Dentistry | Dentistry | 口腔医学 | BDS | MClinDent
  Natural Sciences | Biology | 生物学 | BSc | MSc
  Natural Sciences | Chemistry | 化学 | BSc | MSc
  Natural Sciences | Geography | 地理学 | BSc | MSc
  Natural Sciences | Physics | 物理学 | BSc | MSc
`).map(([faculty = '', subject = '', subjectZh = '', bachelor = '', master = '']) => ({
  faculty,
  subject,
  subjectZh,
  bachelor,
  master,
}));
