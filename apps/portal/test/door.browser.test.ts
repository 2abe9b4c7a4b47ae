import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { looks, type Page, type UnionInBrowser, type Visit } from '@guildhall/browser-testing';
import { startPortal } from './start-portal.js';
import { act, planTheatreActivity, type Answer } from './theatre-activity.js';

let union: UnionInBrowser;
let omar: Visit;
let ada: Visit;
let activityId = '';

beforeAll(async () => {
  union = await startPortal();
  omar = await union.visit('portal', 'omar', ...looks);
  ada = await union.visit('portal', 'ada', ...looks);
  // An activity of the theatre whose door is open, with Ada and Rosa on its list.
  activityId = await planTheatreActivity(omar, { title: 'A door in the cellar', fromHours: 1, toHours: 3 });
  const rosa = await union.visit('portal', 'rosa');
  for (const visit of [ada, rosa]) await act(visit, 'registerForActivity', { activityId }, 'registration { id }');
  await rosa.close();
}, 300_000);
afterAll(() => union?.stop());

const scanner = `/activities/`;
async function openScanner({ page }: Visit, device: string): Promise<void> {
  await page.goto(`${scanner}${activityId}/scan`);
  await page.getByText('0 in of 2 expected').waitFor();
  await page.getByLabel('Name of this device').fill(device);
  await page.getByLabel('Name of this device').blur();
}
async function letIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name, or the text of a pass').fill(name.slice(0, 4));
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Let in' }).click();
}

describe('a pass', () => {
  it('is shown large to its holder, in every look, and stays without a network', async () => {
    const { page, inspect } = ada;
    await page.goto(`/activities/${activityId}`);
    await page.getByRole('button', { name: 'Show my pass' }).click();
    const code = page.getByRole('img', { name: 'Pass for Main door' });
    await code.waitFor();
    expect(await inspect('pass')).toEqual([]);
    await page.context().setOffline(true);
    expect(await code.isVisible()).toBe(true);
    await page.context().setOffline(false);
    expect((await code.boundingBox())?.width).toBeGreaterThan(250);
  });
});

describe('a door on two devices', () => {
  it('reads a pass with the camera', async () => {
    const drawn = await ada.page.locator('[role="img"] path').getAttribute('d');
    const size = await ada.page.locator('[role="img"] svg').getAttribute('viewBox');
    const { page, complaints, close } = await union.visit('portal', 'omar');
    // The camera of this browser shows what Ada's phone does.
    await page.addInitScript(
      ({ path, modules }) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 640;
        const paint = (): void => {
          const context = canvas.getContext('2d');
          if (!context) return;
          context.setTransform(1, 0, 0, 1, 0, 0);
          context.fillStyle = '#fff';
          context.fillRect(0, 0, 640, 640);
          context.setTransform(600 / modules, 0, 0, 600 / modules, 20, 20);
          context.fillStyle = '#000';
          context.fill(new Path2D(path));
        };
        setInterval(paint, 100);
        navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10));
      },
      { path: drawn ?? '', modules: Number(size?.split(' ')[2]) },
    );
    await page.goto(`${scanner}${activityId}/scan`);
    await page.getByText('of 2 expected').waitFor();
    await page.getByLabel('Which way').selectOption('OUT');
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByRole('log').getByText('Not in yet').first().waitFor();
    await page.getByRole('log').getByText('Ada Okafor').first().waitFor();
    await page.getByRole('button', { name: 'Stop the camera' }).click();
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes on without a network, sends later, and tells both who was let in twice', async () => {
    const side = await union.visit('portal', 'omar');
    await openScanner(omar, 'Front door');
    await openScanner(side, 'Side door');
    await side.page.context().setOffline(true);
    await side.page.getByText('No network').waitFor();
    await letIn(side.page, 'Rosa');
    await side.page.getByText('1 scan waits to be sent').first().waitFor();
    await side.page.getByText('1 in of 2 expected').waitFor();

    await letIn(omar.page, 'Rosa');
    await omar.page.getByText('1 in of 2 expected').waitFor();
    await omar.page.getByText('Everything is sent').waitFor();
    expect(await omar.inspect('scanner')).toEqual([]);

    await side.page.context().setOffline(false);
    await side.page.getByText('Everything is sent').waitFor();
    await side.page.getByText('Also let in by Front door').waitFor();
    await side.page.getByText('Two devices let this person in').waitFor();
    await letIn(omar.page, 'Rosa');
    await omar.page.getByText('Let in by Side door').waitFor();
    await side.close();
  });

  it('keeps what was scanned on the device over a reload, and sends it then', async () => {
    const { page, close } = await union.visit('portal', 'omar');
    await page.goto(`${scanner}${activityId}/scan`);
    await page.getByText('of 2 expected').waitFor();
    await page.context().setOffline(true);
    await letIn(page, 'Ada');
    await page.getByText('1 scan waits to be sent').first().waitFor();
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto(`${scanner}${activityId}/scan`);
    await page.getByText('2 in of 2 expected').waitFor();
    await page.getByText('Everything is sent').waitFor();
    const fields = 'activity(id: $id) { registrations(first: 5) { edges { node { status } } } }';
    const { data } = (await omar.askGraph(`query ($id: ID!) { ${fields} }`, { id: activityId })) as Answer;
    const node = { status: expect.stringMatching(/^CHECKED_(IN|OUT)$/) };
    expect(data?.['activity']).toEqual({ registrations: { edges: [{ node }, { node }] } });
    await close();
  });

  it('has checkpoints and a code that its organisers set up', async () => {
    const { page } = omar;
    await page.goto(`/activities/${activityId}/door`);
    await page.getByRole('button', { name: 'Add a checkpoint' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Bus');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a checkpoint' }).click();
    await page.getByText('Bus', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Let people check themselves in' }).click();
    await page.getByRole('heading', { name: 'Code at the door' }).waitFor();
    expect(await omar.inspect('door-setup')).toEqual([]);
    expect(omar.complaints).toEqual([]);
  });
});
