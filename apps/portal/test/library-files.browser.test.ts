import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type Page, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';

/** What a file is shown to before it is stored: one that names its own malware. */
const scanner = `${process.execPath} -e process.stdin.toArray().then((all)=>process.exit(Buffer.concat(all).includes('MALWARE')?1:0))`;

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startPortal({ GUILDHALL_SCAN_COMMAND: scanner });
}, 240_000);
afterAll(() => union?.stop());
const visit = (who?: string): Promise<Visit> => union.visit('portal', who);

const title = 'Waves on a string, week by week';
const handout = {
  name: 'Waves-on-a-string.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(['%PDF-1.4', '1 0 obj', '<< /Type /Catalog >>', '%%EOF', ''].join('\n')),
};
const table = {
  // As long as people call their files.
  name: 'Waves_on_a_string_and_everything_else_that_happens_in_the_first_term_of_the_second_year_final.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('week,topic\n1,Strings\n2,Pipes\n'),
};

const chooser = (page: Page) => page.locator('input[type=file]');

/** Writes all of the form but its file. */
async function write(page: Page, name: string): Promise<void> {
  await page.getByLabel('Title').fill(name);
  await page.getByLabel('What it offers').fill('What happens in which week, to print and hang up.');
  await page.getByLabel('Kind').selectOption({ label: 'File' });
  await page.getByRole('textbox', { name: 'Text' }).fill('Print it on one page.');
  await page.getByLabel('Language').selectOption({ label: 'English' });
  await page.getByLabel('Subject').fill('Physics');
  await page.getByLabel('CC BY 4.0').check();
}

/** Presses the button that saves the file and answers the bytes that came. */
async function fetchFile(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: `Download ${name}` })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return readFileSync(await download.path());
}

describe('a file in the library', () => {
  it('goes from its author through a review to everybody, byte by byte, and so does the one that replaces it', async () => {
    const ada = await visit('ada');
    await ada.page.goto('/library/write');
    await write(ada.page, title);
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByText('Please fill this in.').waitFor();
    expect(await chooser(ada.page).getAttribute('aria-invalid')).toBe('true');
    await chooser(ada.page).setInputFiles(handout);
    await ada.page.getByText(`${handout.name} was sent.`).waitFor();
    // What was sent and not saved is here again, whatever happens to the page.
    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Take the file out' }).waitFor();
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByRole('heading', { name: title }).waitFor();
    expect(await fetchFile(ada.page, handout.name)).toEqual(handout.buffer);
    await ada.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    await ada.page.getByText('waits for somebody else to review it').waitFor();
    const place = new URL(ada.page.url()).pathname;

    const guest = await visit();
    await guest.page.goto(place);
    await guest.page.getByText('This resource is not here').waitFor();

    const rosa = await visit('rosa');
    await rosa.page.goto(place);
    expect(await fetchFile(rosa.page, handout.name)).toEqual(handout.buffer);
    await rosa.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await rosa.page.getByRole('heading', { name: 'How useful it was' }).waitFor();

    await guest.page.goto('/library?kind=FILE&search=string');
    const card = guest.page.getByRole('article').filter({ hasText: title });
    await card.getByText('PDF · ').waitFor();
    await card.getByRole('link', { name: title }).click();
    await guest.page.getByText('· checked for malware').waitFor();
    expect(await fetchFile(guest.page, handout.name)).toEqual(handout.buffer);

    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Begin a new version' }).click();
    await ada.page.getByRole('link', { name: 'Edit', exact: true }).click();
    await chooser(ada.page).setInputFiles(table);
    await ada.page.getByText(`${table.name} was sent.`).waitFor();
    await ada.page.getByLabel('What is new').fill('A table that programs read.');
    await ada.page.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Give it to the reviewers' }).click();
    await ada.page.getByText('waits for somebody else to review it').waitFor();
    await rosa.page.goto(place);
    await rosa.page.getByText(`${handout.name} (`).waitFor();
    expect(await fetchFile(rosa.page, table.name)).toEqual(table.buffer);
    await rosa.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await rosa.page.getByRole('button', { name: 'Publish', exact: true }).waitFor({ state: 'hidden' });
    await guest.page.goto(place);
    expect(await fetchFile(guest.page, table.name)).toEqual(table.buffer);
    await guest.page.getByRole('button', { name: 'Show all versions' }).click();
    expect(await fetchFile(guest.page, handout.name)).toEqual(handout.buffer);
    expect([...ada.complaints, ...rosa.complaints, ...guest.complaints]).toEqual([]);
    for (const { close } of [ada, rosa, guest]) await close();
  }, 300_000);

  it('meets the eye in every look while it is chosen, and on its page', async () => {
    const { page, inspect, close } = await union.visit('portal', 'ada', ...looks);
    await page.goto('/library/write');
    await page.getByLabel('Kind').selectOption({ label: 'File' });
    await chooser(page).setInputFiles(table);
    await page.getByRole('button', { name: 'Take the file out' }).waitFor();
    const faults = [...(await inspect('library-file-write'))];
    await page.goto('/library?kind=FILE');
    await page.getByRole('article').first().waitFor();
    faults.push(...(await inspect('library-file-list')));
    await page.getByRole('article').first().getByRole('link').click();
    await page
      .getByRole('button', { name: /^Download / })
      .first()
      .waitFor();
    faults.push(...(await inspect('library-file-resource')));
    expect(faults).toEqual([]);
    // What came with the demo union met no scanner, and says so.
    await page.goto('/library?kind=FILE');
    await page.getByRole('article').filter({ hasNotText: title }).first().getByRole('link').click();
    await page.getByText('not checked for malware').waitFor();
    await page.route('**/files/**', (route) => route.abort());
    await page.getByRole('button', { name: /^Download / }).click();
    await page.getByText('The file could not be fetched.').waitFor();
    await page.unrouteAll();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Download / }).click();
    await download;
    await page.getByText('The file could not be fetched.').waitFor({ state: 'hidden' });
    await close();
  }, 300_000);

  it('that cannot be taken is refused in words at its place, and what failed on its way is sent again', async () => {
    const { page, close } = await visit('ada');
    await page.goto('/library/write');
    await write(page, 'A poster that did not want to arrive');
    const isPut = (method: string): boolean => method === 'PUT';
    await chooser(page).setInputFiles({ ...handout, name: 'A tool', mimeType: 'application/x-msdownload' });
    await page.getByText('Files like A tool are not taken here.').waitFor();
    await chooser(page).setInputFiles({ ...handout, name: 'Nothing.pdf', buffer: Buffer.alloc(0) });
    await page.getByText('Nothing.pdf is empty.').waitFor();
    await chooser(page).setInputFiles({ ...handout, buffer: Buffer.from('These are words and no pages.') });
    await page.getByText(`${handout.name} is not the kind of file its name says.`).waitFor();
    await chooser(page).setInputFiles({ ...handout, buffer: Buffer.from('%PDF-1.4\nMALWARE\n') });
    await page.getByText(`Malware was found in ${handout.name}.`).waitFor();
    expect(await page.getByRole('button', { name: 'Send it again' }).count()).toBe(0);

    await page.route('**/*', (route) => (isPut(route.request().method()) ? route.abort() : route.fallback()));
    await chooser(page).setInputFiles(handout);
    await page.getByText(`${handout.name} did not arrive.`).waitFor();
    await page.unrouteAll();
    const tooLate = { status: 404, headers: { 'access-control-allow-origin': '*' } };
    await page.route('**/*', (route) => (isPut(route.request().method()) ? route.fulfill(tooLate) : route.fallback()));
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText(`${handout.name} took too long to arrive.`).waitFor();
    await page.unrouteAll();
    const { promise: isStopped, resolve: letGo } = Promise.withResolvers<void>();
    await page.route('**/*', async (route) => {
      if (!isPut(route.request().method())) return route.fallback();
      await isStopped;
      await route.abort().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByRole('button', { name: 'Stop sending' }).waitFor();
    // Saved now, the form would leave the file behind.
    await page.getByRole('button', { name: 'Working' }).press('Enter');
    await page.getByRole('button', { name: 'Stop sending' }).press('Enter');
    await page.getByText(`You stopped ${handout.name}.`).waitFor();
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('button', { name: 'Send it again' }).press('Enter');
    await page.getByText(`${handout.name} was sent.`).waitFor();
    await page.getByRole('button', { name: 'Take the file out' }).press('Enter');
    await page.getByRole('button', { name: 'Take the file out' }).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'file');
    expect(await page.getByLabel('Title').inputValue()).toBe('A poster that did not want to arrive');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Kind').selectOption({ label: 'Link' });
    await chooser(page).waitFor({ state: 'detached' });
    await close();
  }, 120_000);

  it('waits for its resource with few others', async () => {
    const { page, complaints, close } = await visit('omar');
    await page.goto('/library/write');
    for (let number = 1; number <= 10; number += 1) {
      await chooser(page).setInputFiles({ ...handout, name: `Page-${number}.pdf` });
      await page.getByText(`Page-${number}.pdf was sent.`).waitFor();
    }
    await chooser(page).setInputFiles({ ...handout, name: 'One-page-more.pdf' });
    await page.getByText('10 of your files belong to no resource yet.').waitFor();
    expect(await page.getByText('Page-10.pdf', { exact: true }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
