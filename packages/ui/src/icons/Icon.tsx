import type { ReactElement } from 'react';

const paths = {
  home: 'M4 11.5 12 4l8 7.5M6.5 10v9.5h4V14h3v5.5h4V10',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4',
  people:
    'M9 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3.5 19.5c.4-3.4 2.6-5 5.5-5s5.1 1.6 5.5 5M15.5 5.3a3.25 3.25 0 0 1 0 6M17 14.8c2 .5 3.2 2 3.5 4.7',
  case: 'M4 8h16v11H4zM9 8V5.5h6V8M4 13h16M12 12v2',
  book: 'M12 6.5C10 5 7.5 4.7 4.5 5v13c3-.3 5.5 0 7.5 1.5 2-1.5 4.5-1.8 7.5-1.5V5c-3-.3-5.5 0-7.5 1.5Zm0 0v13',
  inbox: 'M4.5 13 7 5h10l2.5 8v6h-15zM4.5 13.5h4.5l1 2h4l1-2h4.5',
  chart: 'M5 4.5V19.5H20M9 16v-5M13 16V7.5M17 16v-3',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 20c.5-4 3.3-6 7-6s6.5 2 7 6',
  settings:
    'M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M15 9.8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM9 18.8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  search: 'M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.3-4.3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17.2v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.7v.1',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  up: 'M5.5 15 12 8.5l6.5 6.5',
  down: 'M5.5 9 12 15.5 18.5 9',
  ballot: 'M4.5 12.5h15V20h-15zM7.5 12.5v-8h9v8M10 8.3l1.5 1.5 2.8-3M9 16.2h6',
  plus: 'M12 5v14M5 12h14',
  offline:
    'M4 4l16 16M8.5 16a5 5 0 0 1 5-1.3M5 12.5a10 10 0 0 1 4.2-2.5M12.5 9.5A10 10 0 0 1 19 12.5M2.5 9a14 14 0 0 1 4-2.6M10.5 5.6A14 14 0 0 1 21.5 9M12 19.3v.1',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 20.5h4',
  chat: 'M4.5 5.5h15v10.5h-8.5L7 19.5V16H4.5zM8.5 9.5h7M8.5 12.5h4.5',
  hands:
    'M12 19.5C7 16.2 4 13.3 4 9.9A4 4 0 0 1 8 6c1.7 0 3.1.9 4 2.4C12.9 6.9 14.3 6 16 6a4 4 0 0 1 4 3.9c0 3.4-3 6.3-8 9.6Z',
  more: 'M5.5 12v.1M12 12v.1M18.5 12v.1',
  table: 'M4.5 5.5h15v13h-15zM4.5 10h15M4.5 14.3h15M10 10v8.5',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** A line icon as large as the text around it. It is decoration: the words beside it say what it means. */
export function Icon({ name, size = '1.35em' }: { readonly name: IconName; readonly size?: string }): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
