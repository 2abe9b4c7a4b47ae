/** What a demo opportunity says, by the kind of service. */
export type ServiceText = {
  readonly title: string;
  readonly summary: string;
  readonly kind:
    | 'ENVIRONMENT'
    | 'TEACHING'
    | 'HEALTH_AND_CARE'
    | 'FOOD'
    | 'ANIMALS'
    | 'SPORT_AND_ARTS'
    | 'CAMPUS'
    | 'ADVICE';
  readonly role: string;
  readonly skill: string;
  readonly access: readonly string[];
  readonly isHard?: boolean;
};

/** What partners in a university town ask for most; invented. */
export const serviceTexts: readonly ServiceText[] = [
  {
    title: 'Sort and pack food parcels',
    summary: 'Check dates, sort what was given, and pack parcels for sixty households. Tea afterwards.',
    kind: 'FOOD',
    role: 'Packer',
    skill: 'Lifting boxes',
    access: ['STEP_FREE', 'NEAR_TRANSIT'],
  },
  {
    title: 'Cook at the community lunch',
    summary: 'A hot lunch for whoever comes. You chop, stir and serve with a cook who knows the kitchen.',
    kind: 'FOOD',
    role: 'Kitchen hand',
    skill: 'Cooking',
    access: ['NEAR_TRANSIT'],
  },
  {
    title: 'Maths club after school',
    summary: 'Sit with two or three children of ten to twelve and find out together why it works.',
    kind: 'TEACHING',
    role: 'Tutor',
    skill: 'Patience',
    access: ['SEATED', 'STEP_FREE'],
  },
  {
    title: 'English conversation table',
    summary: 'Talk with people who came to the city not long ago. No lesson plan, only good questions.',
    kind: 'TEACHING',
    role: 'Table host',
    skill: 'Listening',
    access: ['SEATED', 'STEP_FREE', 'NEAR_TRANSIT'],
  },
  {
    title: 'Tea and company at the care home',
    summary: 'Two hours with people who like visitors: tea, cards, a walk round the garden.',
    kind: 'HEALTH_AND_CARE',
    role: 'Visitor',
    skill: 'Time to listen',
    access: ['SEATED', 'STEP_FREE', 'QUIET'],
  },
  {
    title: 'Night walk with the outreach team',
    summary: 'Bring hot drinks and blankets to people who sleep outside, with two trained leaders.',
    kind: 'HEALTH_AND_CARE',
    role: 'Walker',
    skill: 'First aid',
    access: [],
    isHard: true,
  },
  {
    title: 'Plant and mend on the riverbank',
    summary: 'Clear, plant and mend what the winter took. Gloves and tools are there, wear old shoes.',
    kind: 'ENVIRONMENT',
    role: 'Gardener',
    skill: 'Working outside',
    access: ['NO_SPEAKING'],
    isHard: true,
  },
  {
    title: 'Repair café: help at the door',
    summary: 'Welcome people with broken things, write down what is wrong, and bring them to the right table.',
    kind: 'ENVIRONMENT',
    role: 'Welcomer',
    skill: 'Friendliness',
    access: ['SEATED', 'STEP_FREE'],
  },
  {
    title: 'Walk dogs from the shelter',
    summary: 'An hour for each dog along the canal. You are shown how before your first walk.',
    kind: 'ANIMALS',
    role: 'Walker',
    skill: 'Calm',
    access: ['QUIET', 'NO_SPEAKING'],
  },
  {
    title: 'Run the line at junior football',
    summary: 'Flags, water and kind words for children of seven to nine on Saturday mornings.',
    kind: 'SPORT_AND_ARTS',
    role: 'Helper',
    skill: 'Knowing the rules',
    access: ['NEAR_TRANSIT'],
  },
  {
    title: 'Front of house at the community cinema',
    summary: 'Tear tickets, show people to their seats, and see the film. The house opens an hour before.',
    kind: 'SPORT_AND_ARTS',
    role: 'Usher',
    skill: 'Friendliness',
    access: ['STEP_FREE', 'NEAR_TRANSIT'],
  },
  {
    title: 'Moving-in weekend: show people around',
    summary: 'Carry boxes, find rooms and answer the hundred questions of the first day.',
    kind: 'CAMPUS',
    role: 'Guide',
    skill: 'Knowing the campus',
    access: ['STEP_FREE'],
  },
  {
    title: 'Scan letters for the archive, from home',
    summary: 'Read scanned letters of students of a hundred years ago and type what they wrote.',
    kind: 'CAMPUS',
    role: 'Reader',
    skill: 'Reading old handwriting',
    access: ['FROM_HOME', 'QUIET', 'SEATED', 'NO_SPEAKING'],
  },
  {
    title: 'Help with forms at the advice centre',
    summary: 'Sit beside people while they fill in forms. An adviser is in the room; you need not know the law.',
    kind: 'ADVICE',
    role: 'Form helper',
    skill: 'Plain words',
    access: ['SEATED', 'STEP_FREE', 'NEAR_TRANSIT'],
  },
];

const towns = [
  'Riverside',
  'Northgate',
  'Elm Park',
  'St Anne’s',
  'Canal Street',
  'Hillfoot',
  'Old Mill',
  'Kingsway',
  'Eastfield',
  'Harbour',
];
const partners = [
  'Food Bank',
  'Primary School',
  'Care Home',
  'Community Centre',
  'Nature Trust',
  'Animal Shelter',
  'Library',
  'Night Shelter',
  'Sports Trust',
  'Museum',
  'Hospice',
  'Repair Café',
  'Advice Centre',
  'Allotments',
];

/** The name of the partner at a place in the list; no two of the first 140 are the same. */
export function partnerName(index: number): string {
  const partner = partners[index % partners.length] ?? 'Trust';
  const town = towns[(Math.floor(index / partners.length) + index) % towns.length] ?? 'Town';
  return `${town} ${partner}`;
}
