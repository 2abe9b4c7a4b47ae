import { expect, it } from '@jest/globals';
import { getNamedType, isCompositeType, isObjectType, Kind, parse } from 'graphql';
import { guildhallSubject } from './guildhall-subject.js';
import { mustBeGiven } from './operation/input-values.js';
import { expectSameAnswer, setStage } from './run-operation.js';
import { requires } from './sets/requires.js';

/** The fields of the set that require others, and every name by which a service reads what it is given. */
async function readTargets() {
  const stage = await setStage(requires, guildhallSubject);
  const models = [...stage.graph.services.values()].flatMap(({ fields }) => [...fields]);
  const targets = models.flatMap(([coordinate, model]) => (model.requires ? [coordinate.replace('Good.', '')] : []));
  const inputs = models.flatMap(([, model]) => model.requires?.selections ?? []);
  const names = inputs.flatMap((input) => (input.kind === Kind.FIELD ? input.name.value : []));
  return { stage, targets, names: [...new Set([...names, 'id', '__typename', 'representations'])] };
}

it('no alias brings a value into what another service requires, whatever it is called and whatever it stands for', async () => {
  const { stage, targets, names } = await readTargets();
  const good = stage.graph.buildApiSchema().getType('Good');
  if (!isObjectType(good)) throw new Error('The set has no goods.');
  const sources = Object.values(good.getFields())
    .filter((field) => !field.args.some(mustBeGiven))
    .map((field) => `${field.name}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`);
  expect(targets.length).toBeGreaterThan(8);
  const asked = targets.map((target, index) => `target${index}: ${target}`).join(' ');
  // In as many rounds as there are fields, every name stands once for every field, beside every target.
  for (const round of sources.keys()) {
    const aliases = names.map((name, index) => `${name}: ${sources[(index + round) % sources.length] ?? ''}`).join(' ');
    const text = `{ audited { ${aliases} ${asked} } }`;
    await expectSameAnswer(stage, { text, document: parse(text), variables: {} });
  }
}, 120_000);
