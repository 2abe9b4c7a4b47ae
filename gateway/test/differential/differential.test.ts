import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validate } from 'graphql';
import { guildhallSubject } from './guildhall-subject.js';
import { generateOperation } from './operation/generate-operation.js';
import { expectSameAnswer, setStage } from './run-operation.js';
import { interruptAfterTimeLimit, numRuns, seed, tapes } from './run-settings.js';
import { allSets } from './sets/all-sets.js';

describe.each(allSets)('over the services of "$name"', (set) => {
  const staged = setStage(set, guildhallSubject);

  it('every operation has the answer that one schema over the same data gives', async () => {
    const stage = await staged;
    const schema = stage.graph.buildApiSchema();
    const { overrideLabels } = stage.graph;
    const labels = fc.subarray([...overrideLabels]);
    await fc.assert(
      fc.asyncProperty(tapes, labels, (tape, on) => expectSameAnswer(stage, generateOperation(schema, tape), on)),
      { numRuns, seed, interruptAfterTimeLimit },
    );
  }, 120_000);

  it('the generated operations are valid', async () => {
    const schema = (await staged).graph.buildApiSchema();
    for (const tape of fc.sample(tapes, { numRuns: 40, seed })) {
      const { document, text } = generateOperation(schema, tape);
      expect({ text, problems: validate(schema, document) }).toEqual({ text, problems: [] });
    }
  });
});
