/** Where a proposal asks something of the officers of the union: to put it to the council, to look again, to go on. */
const askingOfficers: ReadonlySet<string> = new Set(['QUALIFIED', 'APPEALED', 'ANSWERED', 'REOPENED']);

/** Whether officers of the union are told when a proposal comes to stand there. */
export function waitsForOfficers(status: string): boolean {
  return askingOfficers.has(status);
}
