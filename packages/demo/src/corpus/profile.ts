import { lines, words } from './lines.js';

/** What members say they like to do. */
export const interests = words(
  'baking, board games, bouldering, calligraphy, ceramics, chess, choral singing, cinema, climate action, coding for fun, creative writing, crochet, cycling, dance, debating, drawing, embroidery, football, gardening, guitar, hiking, Korean drama, languages, life drawing, local history, meditation, open data, photography, poetry, podcasts, puzzles, reading groups, running, salsa, stargazing, street food, swimming, table tennis, theatre, vegan cooking, video games, volunteering, yoga',
);

/** What members can do for others. */
export const skills = words(
  'audio mixing, bookkeeping, budgeting, captioning, chairing meetings, data analysis, event planning, facilitation, first aid, fundraising, graphic design, interpreting, lighting, minute taking, mentoring, negotiation, photography, project management, proofreading, public speaking, Python, risk assessment, sewing, sign language, social media, spreadsheets, stage management, subtitling, teaching, translation, video editing, web design',
);

/** What members write about themselves in English; {subject} is what they study. */
export const bios = lines(`
  Studying {subject}, usually found in the library café with too many tabs open.
  First in my family at university. Happy to show anyone round who finds campus confusing.
  Here for {subject}, staying for the climbing wall.
  Trying one new society every month. Recommendations welcome.
  Commuter student: on campus Tuesday to Thursday, always up for lunch.
  I run slowly, cook well and argue about films.
  Back in education after six years in a hospital kitchen. Mature students, say hello!
  Quiet, but I do like people. Board games are the way in.
  Learning to swim at twenty-one. It is going fine, thank you.
  Part-time student and full-time parent of two.
  I translate menus for a living and novels for love.
  Looking for a language swap: my Spanish for your Mandarin.
  Will talk about bees until you stop me.
  {subject} by day, bass guitar by night.
  Placement year survivor. Ask me about applications.
  Interested in how cities treat the people who clean them.
  I take photos at society events; ask me if you want yours taken down.
  New in town and still amazed by the hills.
  Wheelchair user and very opinionated about lifts.
  Coffee, crosswords, and the occasional ten-kilometre run.
  Rebuilding an old bicycle, slowly.
  Helping with the food pantry on Fridays. We always need drivers.
`);

/** What members write about themselves in Chinese; {subject} is what they study. */
export const biosZh = lines(`
  {subject}专业，周末爱爬山，欢迎约饭。
  会一点吉他，想找人一起组乐队。
  在学做面包，失败品免费试吃。
  喜欢拍照和逛旧书店，英语口语互助找我。
  研究生在读，图书馆四楼常驻。
  刚到这座城市，想认识不同国家的朋友。
  羽毛球新手，求带。
  志愿服务满一百小时，下一个目标是两百。
`);
