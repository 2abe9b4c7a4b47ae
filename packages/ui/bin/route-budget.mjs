#!/usr/bin/env node
// `guildhall-route-budget FOLDER`: prints what each route of a built app loads, and fails when one is above the budget.
import { findOverweight, measureRoutes } from '../dist/vite-preset/index.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder of a built app, for example: guildhall-route-budget dist/web');
  process.exit(2);
}
const sizes = await measureRoutes(folder);
const inKb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
for (const { route, bytes, bytesWithParts } of sizes)
  console.log(`${inKb(bytes)} kB ${inKb(bytesWithParts)} kB with parts  ${route}`);
process.exitCode = findOverweight(sizes).length === 0 ? 0 : 1;
