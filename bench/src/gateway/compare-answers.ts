import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { post, type ChildServer } from './child-server.js';
import { requestBody, shapes } from './shapes.js';

const answerShape = z.object({ data: z.record(z.string(), z.unknown()), errors: z.undefined().optional() });

/**
 * Throws unless every server answers every shape with the same data and no error. A server that is fast because it is wrong is not
 * worth measuring.
 */
export async function compareAnswers(servers: ReadonlyMap<string, ChildServer>): Promise<void> {
  for (const shape of shapes) {
    const answers = await Promise.all(
      [...servers].map(async ([name, { url }]) => ({ name, text: await ask(url, requestBody(shape, 0)) })),
    );
    const [first, ...others] = answers.map(({ name, text }) => ({
      name,
      data: readData(`${name}, ${shape.name}`, text),
    }));
    const different = others.filter(({ data }) => !isDeepStrictEqual(data, first?.data)).map(({ name }) => name);
    if (different.length > 0)
      throw new Error(`The answers to ${shape.name} differ: ${different.join(', ')} from ${first?.name}.`);
  }
}

async function ask(url: string, body: string): Promise<string> {
  return (await post(url, body)).text();
}

function readData(place: string, text: string): unknown {
  const parsed = answerShape.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${place}: not an answer without errors: ${text.slice(0, 500)}`);
  return parsed.data.data;
}
