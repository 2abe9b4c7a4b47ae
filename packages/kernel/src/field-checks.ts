import { validationError, type FieldProblem, type ValidationError } from './errors.js';
import { err, ok, type Result } from './result.js';

/** Collects every broken field of one input, so that a person can mend them all at once. */
export class FieldChecks {
  readonly #problems: FieldProblem[] = [];

  /** Text after trimming must have between `min` and `max` characters (code points). */
  text(path: string, value: string, { min = 1, max }: { readonly min?: number; readonly max: number }): this {
    const length = Array.from(value.trim()).length;
    if (length === 0 && min > 0) return this.#add(path, 'REQUIRED', 'Write something here.');
    if (length < min) return this.#add(path, 'TOO_SHORT', `Write at least ${min} characters.`);
    return length > max ? this.#add(path, 'TOO_LONG', `Use at most ${max} characters; this has ${length}.`) : this;
  }

  /** A list must have at most `max` entries, each text of 1 to `maxLength` characters. */
  textList(
    path: string,
    values: readonly string[],
    { max, maxLength }: { readonly max: number; readonly maxLength: number },
  ): this {
    if (values.length > max) this.#add(path, 'TOO_LONG', `List at most ${max}; this has ${values.length}.`);
    values.slice(0, max).forEach((value, index) => this.text(`${path}.${index}`, value, { max: maxLength }));
    return this;
  }

  /** A whole number must lie between `min` and `max`, both included. */
  whole(path: string, value: number, { min, max }: { readonly min: number; readonly max: number }): this {
    const fits = Number.isInteger(value) && value >= min && value <= max;
    return fits ? this : this.#add(path, 'OUT_OF_RANGE', `Give a whole number from ${min} to ${max}.`);
  }

  /** A condition between fields, or one that needs its own words. */
  that(isMet: boolean, path: string, rule: FieldProblem['rule'], message: string): this {
    return isMet ? this : this.#add(path, rule, message);
  }

  /** The value, or every problem found. */
  finish<T>(value: T): Result<T, ValidationError> {
    return this.#problems.length === 0 ? ok(value) : err(validationError(this.#problems));
  }

  #add(path: string, rule: FieldProblem['rule'], message: string): this {
    this.#problems.push({ path, rule, message });
    return this;
  }
}
