import type { DemoContext } from '../demo-context.js';
import { after, hourMs, lastWelcome, welcomeFortnight } from '../season.js';
import { demoMembers } from './demo-people.js';
import type { DemoMember } from './members.js';

const openToMembers: DemoMember['audiences'] = {
  pronouns: 'MEMBERS',
  bio: 'MEMBERS',
  faculty: 'MEMBERS',
  programme: 'MEMBERS',
  level: 'MEMBERS',
  year: 'MY_GROUPS',
  interests: 'MEMBERS',
  skills: 'MY_GROUPS',
  languages: 'PUBLIC',
};

/** The four demo people who are members. All have been here long enough to hold what they hold. */
export function memberPersonas({ anchor }: DemoContext): readonly DemoMember[] {
  const welcomed = (yearsAgo: number) =>
    after(welcomeFortnight(lastWelcome(anchor).from.getUTCFullYear() - yearsAgo).from, 34 * hourMs);
  return [
    {
      ...member('ada', 'N19000101', welcomed(1)),
      pronouns: 'she/her',
      bio: 'Second-year computer scientist. Hills at the weekend, stage lights in the week.',
      faculty: 'Computing and Mathematics',
      programme: 'BSc Computer Science',
      level: 'UNDERGRADUATE',
      year: 2,
      interests: ['hiking', 'theatre', 'open data', 'street food'],
      skills: ['Python', 'lighting'],
      languages: ['en', 'ig'],
      audiences: { ...openToMembers, bio: 'MY_GROUPS', programme: 'CONNECTIONS' },
    },
    {
      ...member('omar', 'N18000202', welcomed(2)),
      pronouns: 'he/him',
      bio: 'President of the Film and Theatre Society. If you can hold a torch, we have a part for you.',
      faculty: 'Arts and Humanities',
      programme: 'BA English Literature',
      level: 'UNDERGRADUATE',
      year: 3,
      interests: ['theatre', 'cinema', 'poetry'],
      skills: ['stage management', 'public speaking', 'budgeting'],
      languages: ['en', 'ar'],
      audiences: openToMembers,
    },
    {
      ...member('uma', 'N17000303', welcomed(3)),
      pronouns: 'she/her',
      bio: 'Your officer for welfare and community. Door open on Tuesdays and Thursdays.',
      faculty: 'Education and Society',
      programme: 'BSc Psychology',
      level: 'UNDERGRADUATE',
      year: 4,
      interests: ['running', 'vegan cooking', 'local history'],
      skills: ['facilitation', 'negotiation', 'first aid'],
      languages: ['en', 'ta'],
      audiences: { ...openToMembers, bio: 'PUBLIC', interests: 'PUBLIC' },
    },
    {
      ...member('rosa', 'N19000404', welcomed(1)),
      pronouns: 'they/them',
      bio: 'Course rep for second-year physics. Tell me what is broken and I will ask.',
      faculty: 'Natural Sciences',
      programme: 'BSc Physics',
      level: 'UNDERGRADUATE',
      year: 2,
      interests: ['stargazing', 'chess', 'cycling'],
      skills: ['minute taking', 'spreadsheets'],
      languages: ['en', 'sv'],
      audiences: openToMembers,
    },
  ];
}

function member(subject: keyof typeof demoMembers, studentNumber: string, joinedAt: Date) {
  const { memberId, displayName } = demoMembers[subject];
  return { id: memberId, subject, studentNumber, status: 'ACTIVE' as const, displayName, joinedAt };
}
