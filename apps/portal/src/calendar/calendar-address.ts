/** Where calendar programs read a calendar: on the origin of this page. */
export function calendarAddress(path: string): string {
  return `${window.location.origin}/calendar-files/${path}`;
}
