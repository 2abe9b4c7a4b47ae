/** A section of a page of a copy: its title and its rows, each a list of names and values. */
export type ReadSection = {
  readonly title: string;
  readonly rows: readonly (readonly { readonly name: string; readonly value: string }[])[];
};

/** Reads the words of a readable page, and nothing else of it: no mark-up of it reaches this page. */
export function readPage(html: string): readonly ReadSection[] {
  // This page's policy allows no inline style, and would complain of one in a document that is never shown.
  const plain = html.replaceAll(/<style>[^<]*<\/style>/g, '');
  const page = new DOMParser().parseFromString(plain, 'text/html');
  return [...page.querySelectorAll('section')].map((section) => ({
    title: textOf(section.querySelector('h2')),
    rows: [...section.querySelectorAll('li')].map((row) =>
      [...row.querySelectorAll('dt')].map((name) => ({ name: textOf(name), value: textOf(name.nextElementSibling) })),
    ),
  }));
}

function textOf(element: Element | null): string {
  return element?.textContent ?? '';
}
