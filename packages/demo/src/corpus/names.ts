import type { RandomStream } from '../random-stream.js';
import { words } from './lines.js';

/** How the people of one part of the world are named, and what they speak besides English. */
type NameSet = {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly family: readonly string[];
  readonly languages: readonly (readonly string[])[];
  readonly familyFirst?: true;
};

const british: NameSet = {
  women: words(
    'Amelia,Beth,Caitlin,Charlotte,Daisy,Eilidh,Ellie,Erin,Florence,Freya,Georgia,Grace,Hannah,Holly,Imogen,Isla,Jess,Keira,Lauren,Lucy,Maisie,Megan,Niamh,Olivia,Phoebe,Poppy,Rhiannon,Rosie,Siân,Sophie,Tilda,Zoe',
  ),
  men: words(
    'Adam,Alfie,Archie,Ben,Callum,Cameron,Daniel,Dylan,Ewan,Finlay,Freddie,George,Harry,Hugh,Isaac,Jack,Jamie,Joe,Kieran,Lewis,Liam,Luke,Matthew,Nathan,Oliver,Owen,Patrick,Rhys,Rory,Sam,Theo,Will',
  ),
  family: words(
    'Abbott,Ashworth,Barker,Bell,Bennett,Booth,Brennan,Campbell,Carr,Clarke,Cooper,Davies,Doyle,Ellis,Evans,Fletcher,Fraser,Gallagher,Graham,Hartley,Hughes,Jenkins,Kelly,Lloyd,Macleod,Marsh,Morgan,Murray,Naylor,O’Connor,Palmer,Pritchard,Quinn,Reid,Robson,Shaw,Stewart,Sutton,Thorpe,Turner,Walsh,Webb,Whitaker,Yates',
  ),
  languages: [['en'], ['en'], ['en'], ['en', 'fr'], ['en', 'cy'], ['en', 'es'], ['en', 'bfi']],
};

const chinesePinyin: NameSet = {
  women: words('Jiayi,Kexin,Lin,Meng,Mengqi,Qianyu,Ruoxi,Shiyu,Siqi,Wanting,Xiaoyu,Xinyi,Xueying,Yifan,Yutong,Zihan'),
  men: words(
    'Bowen,Chenxi,Haoran,Jiahao,Junjie,Mingze,Pengfei,Ruicheng,Tianyu,Weijie,Xiangyu,Yichen,Yuhang,Zekai,Zhiyuan,Zimo',
  ),
  family: words(
    'Cai,Chen,Deng,Feng,Gao,Guo,He,Huang,Li,Lin,Liu,Luo,Ma,Song,Sun,Tang,Wang,Wu,Xu,Yang,Ye,Zhang,Zhao,Zheng,Zhou,Zhu',
  ),
  languages: [
    ['zh-Hans', 'en'],
    ['zh-Hans', 'en'],
    ['zh-Hans', 'en', 'ja'],
    ['zh-Hant', 'en', 'yue'],
  ],
};

const chinese: NameSet = {
  women: words('雨桐,梓涵,思琪,欣怡,佳宁,若曦,诗涵,婉婷,梦瑶,可欣,语嫣,静怡,晓彤,雅雯,子萱,清扬'),
  men: words('浩然,宇轩,子墨,嘉豪,博文,俊杰,明哲,天佑,志远,一鸣,睿哲,晨曦,鹏飞,文博,泽楷,思远'),
  family: words('王,李,张,刘,陈,杨,黄,赵,吴,周,徐,孙,马,朱,胡,郭,何,林,高,罗,郑,梁,谢,宋,唐,许'),
  languages: [
    ['zh-Hans', 'en'],
    ['zh-Hans', 'en'],
    ['zh-Hant', 'en'],
  ],
  familyFirst: true,
};

const southAsian: NameSet = {
  women: words(
    'Aarohi,Aisha,Ananya,Anika,Ayesha,Diya,Fatima,Isha,Kavya,Maryam,Meera,Nadia,Nisha,Pooja,Priya,Riya,Saanvi,Sana,Shreya,Tanvi,Zara',
  ),
  men: words(
    'Aarav,Aditya,Ali,Arjun,Bilal,Dev,Faisal,Hamza,Imran,Ishaan,Karan,Kabir,Nikhil,Rahul,Rohan,Sameer,Shivam,Tariq,Usman,Vihaan,Zain',
  ),
  family: words(
    'Ahmed,Akhtar,Banerjee,Bhatt,Chaudhry,Chowdhury,Das,Desai,Fernando,Gill,Gupta,Hussain,Iqbal,Iyer,Joshi,Kapoor,Kaur,Khan,Malik,Mehta,Menon,Mishra,Nair,Patel,Perera,Rahman,Rao,Reddy,Sharma,Singh,Thapa,Verma',
  ),
  languages: [['en', 'hi'], ['en', 'ur'], ['en', 'bn'], ['en', 'ta'], ['en', 'pa'], ['en', 'ne'], ['en']],
};

const african: NameSet = {
  women: words(
    'Abena,Adaeze,Aminata,Amara,Ayanda,Chiamaka,Efua,Fatou,Hawa,Ifeoma,Lerato,Makena,Ngozi,Nomvula,Thandiwe,Wanjiru,Yewande,Zainab',
  ),
  men: words(
    'Abdi,Chinedu,Emeka,Femi,Kofi,Kwame,Lwazi,Mandla,Moussa,Nnamdi,Obinna,Ousmane,Sipho,Tendai,Thabo,Tunde,Yaw,Yusuf',
  ),
  family: words(
    'Abiola,Adeyemi,Amoah,Asante,Banda,Boateng,Chukwu,Diallo,Dlamini,Eze,Kamau,Kariuki,Kiptoo,Mensah,Moyo,Mwangi,Ndlovu,Nkosi,Nwosu,Obi,Ochieng,Okoye,Onyango,Owusu,Sesay,Tadesse,Traoré,Warsame',
  ),
  languages: [['en', 'yo'], ['en', 'ig'], ['en', 'sw'], ['en', 'fr'], ['en', 'so'], ['en', 'zu'], ['en']],
};

const european: NameSet = {
  women: words(
    'Agnieszka,Alice,Anna,Beatriz,Chiara,Clara,Elena,Emilia,Giulia,Ilse,Ingrid,Jana,Katarina,Lena,Léa,Magda,Marta,Nora,Olga,Sofia,Sunniva,Zuzana',
  ),
  men: words(
    'Aleksander,Andrei,Bastien,Bruno,Diego,Emil,Filip,Giorgos,Hugo,Ivan,Jakub,Jonas,Kristian,Lars,Luca,Marco,Mateusz,Mikkel,Nikola,Pavel,Stefan,Tomás',
  ),
  family: words(
    'Andersen,Bakker,Bianchi,Costa,Dubois,Fischer,García,Georgiou,Horvat,Ionescu,Jansen,Kovács,Kozłowski,Larsen,Lefèvre,Lindholm,Marino,Martínez,Müller,Nowak,Novotný,Papadakis,Pereira,Popescu,Ricci,Romero,Schmidt,Silva,Svensson,Virtanen,Weber,Wójcik',
  ),
  languages: [
    ['en', 'pl'],
    ['en', 'de'],
    ['en', 'es'],
    ['en', 'fr'],
    ['en', 'it'],
    ['en', 'pt'],
    ['en', 'el'],
    ['en', 'ro'],
    ['en', 'nb'],
  ],
};

const middleEastern: NameSet = {
  women: words('Dalia,Farah,Hala,Hanan,Layla,Lina,Maha,Mariam,Noor,Rana,Reem,Salma,Shirin,Yasmin,Zeynep'),
  men: words('Anas,Bassel,Cem,Emre,Hadi,Hassan,Ibrahim,Karim,Khalid,Mehdi,Mustafa,Rami,Reza,Tarek,Ziad'),
  family: words(
    'Abdallah,Aydın,Barakat,Darwish,Demir,El-Masry,Farouk,Hamdan,Karimi,Kaya,Khoury,Mansour,Najjar,Nasser,Rahimi,Saleh,Şahin,Tehrani,Yılmaz,Zahran',
  ),
  languages: [
    ['ar', 'en'],
    ['ar', 'en', 'fr'],
    ['tr', 'en'],
    ['fa', 'en'],
    ['ku', 'en'],
  ],
};

const eastAsian: NameSet = {
  women: words('Aiko,Anh,Haruka,Hye-jin,Intan,Ji-woo,Linh,Mai,Minh Thu,Nattaya,Putri,Sakura,Seo-yeon,Siti,Trang,Yuna'),
  men: words('Aditya,Arif,Bao,Daichi,Duc,Ha-joon,Haruto,Hiroki,Joon-ho,Kenta,Min-jun,Nam,Ren,Somchai,Tuan,Wei Ming'),
  family: words(
    'Choi,Fujita,Hoang,Ito,Jung,Kang,Kim,Kobayashi,Lee,Lim,Nakamura,Nguyen,Park,Pham,Prasetyo,Rahmat,Sato,Suzuki,Takahashi,Tan,Tran,Wijaya,Wongsakul,Yamamoto',
  ),
  languages: [
    ['ja', 'en'],
    ['ko', 'en'],
    ['vi', 'en'],
    ['en', 'ms'],
    ['id', 'en'],
    ['th', 'en'],
  ],
};

const latinAmerican: NameSet = {
  women: words(
    'Ana Lucía,Antonella,Camila,Daniela,Fernanda,Gabriela,Isabela,Juliana,Luciana,Mariana,Paula,Renata,Valentina,Ximena',
  ),
  men: words('Alejandro,Caio,Emilio,Felipe,Gael,Joaquín,Leandro,Martín,Mateo,Nicolás,Rafael,Santiago,Thiago,Vinícius'),
  family: words(
    'Acosta,Almeida,Barbosa,Cárdenas,Castillo,Duarte,Espinoza,Fuentes,Gutiérrez,Herrera,Moreira,Navarro,Oliveira,Paredes,Quispe,Ramírez,Rojas,Salazar,Vargas,Zapata',
  ),
  languages: [
    ['es', 'en'],
    ['es', 'en'],
    ['pt-BR', 'en'],
    ['es', 'en', 'qu'],
  ],
};

const sets: readonly (readonly [NameSet, number])[] = [
  [british, 50],
  [southAsian, 13],
  [chinesePinyin, 8],
  [chinese, 5],
  [european, 9],
  [african, 6],
  [middleEastern, 4],
  [eastAsian, 3],
  [latinAmerican, 2],
];

/** A made-up person: what others call them, how they wish to be spoken of, and what they speak (BCP 47, strongest first). */
export type PersonName = {
  readonly displayName: string;
  readonly pronouns: string;
  readonly languages: readonly string[];
};

/** Makes up a person. Any likeness to a living one is chance: given and family names are drawn apart. */
export function personName(random: RandomStream): PersonName {
  const set = random.weighted(sets);
  const isWoman = random.chance(0.52);
  const given = random.pick(isWoman ? set.women : set.men);
  const family = random.pick(set.family);
  const usual = isWoman ? 'she/her' : 'he/him';
  return {
    displayName: set.familyFirst ? `${family}${given}` : `${given} ${family}`,
    pronouns: random.chance(0.04) ? 'they/them' : usual,
    languages: random.pick(set.languages),
  };
}
