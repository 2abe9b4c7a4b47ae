#!/usr/bin/env node
// The way in for every npm script. Written in old syntax and loading the rest late, so that an old Node can still say
// in one sentence what is missing.
var version = process.versions.node;

if (Number(version.split('.')[0]) < 18) {
  console.error('Guildhall needs Node 18 or later to begin; this is Node ' + version + '. See https://nodejs.org.');
  process.exitCode = 1;
} else {
  import('./run/main.mjs');
}
