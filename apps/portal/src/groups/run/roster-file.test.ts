import { describe, expect, it } from '@jest/globals';
import { rosterFile } from './roster-file.js';

const row = (member: object | null, titles: readonly string[] = []) => ({
  id: '1',
  since: '2026-10-05T09:00:00.000Z',
  member: member && {
    id: '2',
    displayName: null,
    pronouns: null,
    faculty: null,
    programme: null,
    year: null,
    ...member,
  },
  roles: titles.map((title, index) => ({ id: String(index), position: { id: String(index), title } })),
});

describe('a roster to take along', () => {
  it('holds what members share, and an empty cell where they share nothing', () => {
    const file = rosterFile(
      ['Name', 'Pronouns', 'Faculty', 'Programme', 'Year', 'Since', 'Roles'],
      [row({ displayName: 'Ada "Ace" Okafor', year: 2 }, ['President', 'Treasurer']), row(null)],
    );
    expect(file.split('\r\n')).toEqual([
      '"Name","Pronouns","Faculty","Programme","Year","Since","Roles"',
      '"Ada ""Ace"" Okafor","","","","2","2026-10-05","President; Treasurer"',
      '"","","","","","2026-10-05",""',
    ]);
  });

  it('lets nobody write a formula', () => {
    expect(rosterFile([], [row({ displayName: '=HYPERLINK("x")' })])).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
