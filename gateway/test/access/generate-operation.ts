import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Writes valid operations over a schema; the same seed gives the same ones. */
export type OperationGenerator = { operation(): string; chance(probability: number): boolean };

/** A generator of its own stream; fields of one response name are always the same field, so that every operation is valid. */
export function createOperationGenerator(schema: GraphQLSchema, seed: number): OperationGenerator {
  const random = createRandom(seed);
  const chance = (probability: number): boolean => random() < probability;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const fragments = new Map<string, string>();

  const fieldOf = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const alias = chance(0.2) ? `${field.name}_: ` : '';
    const condition = chance(0.1)
      ? ` @${pick(['skip', 'include']) ?? 'skip'}(if: $${pick(['yes', 'no']) ?? 'no'})`
      : '';
    const args = field.args.some(({ name }) => name === 'name') ? '(name: "x")' : '';
    const type = getNamedType(field.type);
    return `${alias}${field.name}${args}${condition}${isCompositeType(type) ? ` ${selections(type, depth + 1)}` : ''}`;
  };

  function selections(type: GraphQLCompositeType, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const usable = fields.filter((field) => depth < 4 || !isCompositeType(getNamedType(field.type)));
    const parts = [...Array(1 + Math.floor(random() * 4))].flatMap(() => {
      const field = pick(usable);
      if (field && chance(0.75)) return [fieldOf(field, depth)];
      return chance(0.7) ? [fragmentOn(type, depth)] : ['__typename'];
    });
    return `{ ${parts.join(' ')} }`;
  }

  function fragmentOn(type: GraphQLCompositeType, depth: number): string {
    const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const overlapping = Object.values(schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        isCompositeType(other) &&
        objects.some((one) => other === one || (isAbstractType(other) && schema.isSubType(other, one))),
    );
    const condition = pick(overlapping.filter((other) => !['Query', 'Mutation'].includes(other.name))) ?? type;
    if (depth > 4) return '__typename';
    const body = selections(condition, depth + 1);
    if (chance(0.5) || !isObjectType(condition)) return `... on ${condition.name} ${body}`;
    const name = `F${fragments.size}`;
    fragments.set(name, `fragment ${name} on ${condition.name} ${body}`);
    return `...${name}`;
  }

  return {
    chance,
    operation() {
      const kind = chance(0.1) ? 'mutation' : 'query';
      const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
      if (!root) throw new Error('the schema has no such root');
      const body = selections(root, 0);
      const text = `${body} ${[...fragments.values()].join(' ')}`;
      const used = ['yes', 'no'].filter((name) => text.includes(`$${name})`));
      const variables = used.length === 0 ? '' : ` (${used.map((name) => `$${name}: Boolean!`).join(' ')})`;
      return `${kind}${variables} ${text}`;
    },
  };
}

/** A small generator of pseudo-random numbers (mulberry32): the test's own, so that a seed in a failure means the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
