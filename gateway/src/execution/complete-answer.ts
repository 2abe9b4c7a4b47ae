import { type FieldNode, GraphQLError } from 'graphql';
import type { CompositeShape, FieldShape, ObjectShape, Slot, ValueShape } from './answer-shape.js';
import { failed } from './complete-leaf.js';
import type { Data } from './plan-steps.js';
import { isData } from './select-representations.js';
import type { ToldProblems } from './tell-problems.js';

/** What an answer is completed with. */
export type CompletionOptions = {
  readonly introspect: (nodes: readonly FieldNode[]) => unknown;
  /** What services failed to give; undefined when nothing. */
  readonly told?: ToldProblems;
};

/**
 * Turns what the services gave into the client's answer: its fields in its order under its names, every value of its type, nulls where the
 * specification puts them, with the errors that tell why.
 */
export class Completion {
  readonly errors: GraphQLError[];
  readonly #options: CompletionOptions;
  readonly #path: (string | number)[] = [];

  constructor(options: CompletionOptions) {
    this.#options = options;
    this.errors = options.told?.errors ?? [];
  }

  /** The data of the whole answer. */
  complete(shape: ObjectShape, data: Data): Data | null {
    const answer = this.#object(shape, data);
    return isData(answer) ? answer : null;
  }

  #object(shape: ObjectShape, data: Data): Data | typeof failed {
    const answer: Data = {};
    const depth = this.#path.length;
    for (const slot of shape.slots) {
      const leaf = rightLeaf(slot, data);
      if (leaf !== failed) {
        answer[slot.responseName] = leaf;
        continue;
      }
      this.#path[depth] = slot.responseName;
      const value = slot.kind === 'field' ? this.#field(slot, data) : this.#own(slot, shape, data);
      if (value === failed) {
        this.#path.length = depth;
        return failed;
      }
      if (slot.responseName === '__proto__') defineProto(answer, value);
      else answer[slot.responseName] = value;
    }
    this.#path.length = depth;
    return answer;
  }

  #own(slot: Exclude<Slot, FieldShape>, shape: ObjectShape, data: Data): unknown {
    if (slot.kind === 'introspection') return this.#options.introspect(slot.nodes);
    if (shape.typename !== undefined) return shape.typename;
    if (!this.#isMissing(data, '__typename')) this.#fail('The type of an object is not known.');
    return failed;
  }

  #field(field: FieldShape, data: Data): unknown {
    const source = data[field.source];
    if (source === undefined && this.#isMissing(data, field.source)) return field.isNonNull ? failed : null;
    const value = this.#value(field.value, source, field.coordinate);
    if (!field.isNonNull) return value === failed ? null : value;
    if (value === null) this.#failNull(field.coordinate);
    return value ?? failed;
  }

  #value(shape: ValueShape, value: unknown, coordinate: string): unknown {
    if (value === null || value === undefined) return null;
    if (shape.kind === 'leaf') {
      const completed = shape.complete(value);
      if (completed === failed) this.#fail(`A value of the field ${coordinate} is not of its type.`);
      return completed;
    }
    return shape.kind === 'list'
      ? this.#list(shape, value, coordinate)
      : this.#composite(shape.composite, value, coordinate);
  }

  #list(shape: Extract<ValueShape, { kind: 'list' }>, values: unknown, coordinate: string): unknown {
    if (!Array.isArray(values)) return this.#fail(`The value of the field ${coordinate} is not a list.`);
    const answer: unknown[] = [];
    const depth = this.#path.length;
    for (let index = 0; index < values.length; index += 1) {
      this.#path[depth] = index;
      const value = this.#value(shape.item, values[index], coordinate);
      if (shape.isItemNonNull && (value === null || value === failed)) {
        if (value === null) this.#failNull(coordinate);
        this.#path.length = depth;
        return failed;
      }
      answer.push(value === failed ? null : value);
    }
    this.#path.length = depth;
    return answer;
  }

  #composite(composite: CompositeShape, value: unknown, coordinate: string): unknown {
    if (!isData(value)) return this.#fail(`The value of the field ${coordinate} is not an object.`);
    const shape = composite.shapeOf(value['__typename']);
    // The type may be one that is hidden from clients, so it is not named.
    if (!shape) return this.#fail(`The object at the field ${coordinate} is of no type this field can have.`);
    return this.#object(shape, value);
  }

  #isMissing(data: Data, source: string): boolean {
    return this.#options.told?.tellMissing(data, source, this.#path) ?? false;
  }

  /** A null has one cause: when the errors name it already, at this place or below, nothing is added. */
  #failNull(coordinate: string): void {
    const path = this.#path;
    const isKnown = this.errors.some((error) => path.every((element, index) => error.path?.[index] === element));
    if (!isKnown) this.#fail(`Cannot return null for non-nullable field ${coordinate}.`);
  }

  #fail(message: string): typeof failed {
    this.errors.push(
      new GraphQLError(message, { path: [...this.#path], extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    );
    return failed;
  }
}

/** Most slots are leaves that are right already: for them nothing need be known of where they stand. */
function rightLeaf(slot: Slot, data: Data): unknown {
  if (slot.kind !== 'field' || slot.leaf === undefined) return failed;
  const source = data[slot.source];
  return source === undefined || source === null ? failed : slot.leaf(source);
}

/** A client may call a field so; an assignment would set the prototype instead. */
function defineProto(answer: Data, value: unknown): void {
  Object.defineProperty(answer, '__proto__', { value, enumerable: true, configurable: true, writable: true });
}
