/** How people speak of a case: the first eight characters of its id, in capitals. It tells nothing of who or when. */
export function caseCode(id: string): string {
  return id.slice(0, 8).toUpperCase();
}
