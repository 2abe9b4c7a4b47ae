import { chromium } from 'playwright-core';
import { measureCount, randomBallots, type CountMeasurement } from './measure-count.js';
import { serveModules } from './module-server.js';

const rounds = 7;
const ballots = 100_000;

const server = await serveModules();
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
await page.goto(server.url);

/** Runs the measurement in the page, from the modules that the server gives it. */
const inBrowser = (seed: number): Promise<CountMeasurement> =>
  page.evaluate<CountMeasurement>(
    `import('/bench/measure-count.js').then((module) => module.measureCount(module.randomBallots(${ballots}, ${seed})))`,
  );

const figures = { node: [] as CountMeasurement[], chromium: [] as CountMeasurement[] };
try {
  // Round 0 warms both up and is thrown away.
  for (let round = 0; round <= rounds; round += 1) {
    const here = measureCount(randomBallots(ballots, round));
    const there = await inBrowser(round);
    if (here.outcome !== there.outcome) throw new Error('the browser counted something else');
    if (round > 0) figures.node.push(here);
    if (round > 0) figures.chromium.push(there);
  }
} finally {
  await browser.close();
  server.stop();
}

console.log(
  `${ballots} ballots (${figures.node[0]?.kinds} kinds) that rank 1 to 12 of 12 candidates at random, 4 seats; ${rounds} rounds, milliseconds`,
);
for (const [name, measured] of Object.entries(figures))
  for (const what of ['count', 'recount'] as const) {
    const sorted = measured.map((one) => one[what]).toSorted((a, b) => a - b);
    const [least = 0, middle = 0, most = 0] = [sorted[0], sorted[Math.floor(rounds / 2)], sorted.at(-1)];
    console.log(`${name.padEnd(9)} ${what.padEnd(8)} ${middle.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`);
  }
console.log(
  `Chromium ${browser.version()}, Node ${process.version}; every figure of every stage was the same in both.`,
);
