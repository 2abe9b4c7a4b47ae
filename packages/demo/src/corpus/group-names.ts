import { rows, words } from './lines.js';

/** A group as the corpus knows it, before it has an id. `topic` is what its activities are about, in the group's own language. */
export type NamedGroup = {
  readonly name: string;
  readonly topic: string;
  readonly purpose: string;
  readonly language: 'en' | 'zh-Hans';
};

function family(
  topics: readonly string[],
  name: (topic: string) => string,
  purpose: (topic: string) => string,
): readonly NamedGroup[] {
  return topics.map((topic) => ({ name: name(topic), topic, purpose: purpose(topic), language: 'en' }));
}

const cultures = family(
  words(
    'African, Afghan, Albanian, Arab, Bangladeshi, Brazilian, Bulgarian, Cantonese, Caribbean, Catalan, Colombian, Cypriot, Egyptian, Ethiopian and Eritrean, Filipino, French, German, Ghanaian, Greek, Hong Kong, Hungarian, Indian, Indonesian, Iranian, Irish, Italian, Japanese, Kazakh, Kenyan, Korean, Kurdish, Lebanese, Malaysian, Mauritian, Mexican, Nepalese, Nigerian, Nordic, Pakistani, Palestinian, Polish, Portuguese, Romanian, Scottish, Sikh Punjabi, Singaporean, Somali, South African, Spanish, Sri Lankan, Sudanese, Taiwanese, Tamil, Thai, Turkish, Ukrainian, Vietnamese, Welsh, Zimbabwean',
  ),
  (topic) => `${topic} Society`,
  (topic) => `${topic} food, festivals, language and company. You need not come from anywhere in particular to join.`,
);

const subjects = family(
  words(
    'Accounting, Anthropology, Archaeology, Architecture, Astronomy, Biology, Biomedical Science, Chemistry, Classics, Computing, Criminology, Data Science, Dentistry, Economics, Education, Engineering, English Literature, Environmental Science, Film Studies, Geography, Geology, History, International Relations, Journalism, Law, Linguistics, Marketing, Mathematics, Medicine, Midwifery, Music Technology, Neuroscience, Nursing, Pharmacy, Philosophy, Physics, Physiotherapy, Politics, Psychology, Robotics, Social Work, Sociology, Statistics, Town Planning, Translation, Veterinary Science',
  ),
  (topic) => `${topic} Students’ Society`,
  (topic) =>
    `Study evenings, talks, trips and advice from older students, for everyone who studies ${topic} or wishes they did.`,
);

const arts = family(
  words(
    'A Cappella, Animation, Ballet, Bell-Ringing, Big Band, Bollywood Dance, Brass Band, Calligraphy, Ceilidh, Chamber Choir, Comedy, Contemporary Dance, Concert Band, Creative Writing, Drawing, Fashion, Folk Music, Gospel Choir, Hip Hop, Improvised Theatre, Jazz, K-Pop Dance, Knitting and Crochet, Life Drawing, Musical Theatre, Opera, Orchestra, Photography, Poetry, Pole Fitness, Pottery, Radio, Salsa, Shakespeare, Songwriting, Swing Dance, Tap Dance',
  ),
  (topic) => `${topic} Society`,
  (topic) =>
    `${topic} for beginners and for people who have done it for years. Weekly practice and a public showing each term.`,
);

const pastimes = family(
  words(
    'Anime and Manga, Astrology, Backgammon, Baking, Beekeeping, Birdwatching, Board Games, Bridge, Chess, Cheese, Chocolate, Coffee, Cocktail, Cooking, Crossword, Cycling Repair, Debating, Dungeons and Dragons, Escape Room, Film Photography, Foraging, Gardening, Go, Hackers, Historical Re-enactment, Hot Sauce, Lego, Lock Sport, Magic, Maker, Model Railway, Model United Nations, Mushroom, Origami, Podcast, Pub Quiz, Puzzle, Real Ale, Retro Gaming, Science Fiction, Speed Cubing, Stargazing, Tabletop Wargames, Tea, Travel, Video Games, Wine, Wild Swimming, Yoga',
  ),
  (topic) => `${topic} Society`,
  (topic) =>
    `Come and try ${topic.toLowerCase()} with people who will explain it patiently. No kit needed for the first three visits.`,
);

const beliefs = family(
  words(
    'Ahmadiyya Muslim, Baháʼí, Buddhist, Catholic, Christian Union, Hindu, Humanist, Islamic, Jain, Jewish, Orthodox Christian, Pagan, Quaker, Sikh',
  ),
  (topic) => (topic.endsWith('Union') ? topic : `${topic} Society`),
  () => 'A place to share belief and doubt, to keep festivals together and to welcome anybody with questions.',
);

const causes = family(
  words(
    'Amnesty, Animal Rights, Climate Justice, Disability Rights, Effective Giving, Fair Trade, Feminist, Food Pantry, Free Period, Homelessness Action, Human Rights, Living Wage, Marrow Donor, Mental Health Awareness, Ocean Clean-up, Open Source, Refugee Welcome, Repair Café, Save the Night Bus, Tenants’ Rights, Vegan, Women in Leadership, Young Carers, Zero Waste',
  ),
  (topic) => `${topic} Campaign`,
  (topic) => `Students working together on ${topic.toLowerCase()}: information, action and a friendly weekly meeting.`,
);

const futures = family(
  words(
    'Actuarial, Aviation, Consulting, Cyber Security, Entrepreneurs, Finance, Game Development, Green Energy, Law Pro Bono, Public Health, Publishing, Quant, Space, Start-up, Teaching, Women in Engineering',
  ),
  (topic) => `${topic} Network Society`,
  (topic) => `Meet people who work in ${topic.toLowerCase()}, practise interviews and find out whether it is for you.`,
);

const chinese: readonly NamedGroup[] = rows(`
  中国学生学者联谊会 Chinese Students and Scholars | 学联 | 为同学服务：新生接待、节日联欢、互助答疑，欢迎所有国家的同学。
  汉服社 Hanfu Society | 汉服 | 穿汉服、学礼仪、做手工，每学期办一次游园会，零基础也可以来。
  书法社 Brush Calligraphy | 书法 | 每周练字，笔墨纸砚社里都有。
  国乐社 Chinese Music Ensemble | 民乐 | 古筝、二胡、竹笛合奏，学期末有小型音乐会。
  普通话角 Mandarin Corner | 中文会话 | 中文学习者和母语者结对聊天，茶水免费。
  麻将与围棋社 Mahjong and Go | 棋牌 | 以棋会友，不涉及任何金钱。
`).map(([name = '', topic = '', purpose = '']) => ({ name, topic, purpose, language: 'zh-Hans' }));

/** Societies, in an order that mixes their families, so that a tenth of them is as varied as all. */
export const societyNames: readonly NamedGroup[] = interleave([
  chinese,
  cultures,
  arts,
  pastimes,
  subjects,
  causes,
  beliefs,
  futures,
]);

/** Sports clubs. */
export const clubNames: readonly NamedGroup[] = family(
  words(
    'Archery, Athletics, Badminton, Basketball, Boat, Bouldering, Boxing, Canoe Polo, Caving, Cheerleading, Cricket, Croquet, Cross Country, Cycling, Darts, Dodgeball, Dragon Boat, Equestrian, Fencing, Floorball, Futsal, Gaelic Football, Golf, Gymnastics, Handball, Hockey, Ice Hockey, Judo, Ju-Jitsu, Karate, Kayaking, Korfball, Lacrosse, Mountain Biking, Netball, Orienteering, Parkour, Pickleball, Pool and Snooker, Powerlifting, Roller Derby, Rounders, Rugby, Sailing, Skateboarding, Ski and Snowboard, Softball, Squash, Surf, Swimming, Table Tennis, Taekwondo, Tennis, Trampoline, Triathlon, Ultimate Frisbee, Volleyball, Water Polo, Wheelchair Basketball, Windsurfing',
  ),
  (topic) => `${topic} Club`,
  (topic) =>
    `${topic} at every level: beginners’ sessions each week, social teams, and squads for those who want to compete.`,
);

/** Networks of students who share an experience. */
export const networkNames: readonly NamedGroup[] = family(
  words(
    'Black Students’, Care-Experienced Students’, Commuter Students’, Disabled Students’, Estranged Students’, LGBTQ+ Students’, Mature Students’, Postgraduate Researchers’, Student Parents’, Women Students’',
  ),
  (topic) => `${topic} Network`,
  (topic) => `Run by and for ${topic.replace('’', '')}: company, a shared voice, and a say in what the union does.`,
);

function interleave(families: readonly (readonly NamedGroup[])[]): readonly NamedGroup[] {
  const longest = Math.max(...families.map((names) => names.length));
  return Array.from({ length: longest }, (_, place) =>
    families.flatMap((names) => names.slice(place, place + 1)),
  ).flat();
}
