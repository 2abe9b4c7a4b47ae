import type { GraphSet } from '../graph-set.js';
import { abstractTypes } from './abstract-types.js';
import { detours } from './detours.js';
import { failingFields } from './failing-fields.js';
import { hidden } from './hidden.js';
import { inputs } from './inputs.js';
import { interfaceObjects } from './interface-objects.js';
import { keys } from './keys.js';
import { outages } from './outages.js';
import { overrides } from './overrides.js';
import { project } from './project.js';
import { provides } from './provides.js';
import { requires } from './requires.js';

/** Every set that operations are generated for. */
export const allSets: readonly GraphSet[] = [
  keys,
  requires,
  detours,
  provides,
  overrides,
  abstractTypes,
  interfaceObjects,
  hidden,
  failingFields,
  outages,
  inputs,
  project,
];
