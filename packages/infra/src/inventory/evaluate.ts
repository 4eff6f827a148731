import type { Expression, Part, Piece } from "../expressions/expression.ts";
import { parseTemplate } from "../expressions/parse.ts";
import { NotUnderstood } from "../expressions/scanner.ts";
import type { Json } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { access } from "./access.ts";
import { call } from "./functions.ts";
import type { Names, Step } from "./names.ts";
import { EVERY } from "./names.ts";
import { operate, PRECEDENCE, unknownOf } from "./operators.ts";
import type { Value } from "./value.ts";
import { isUnknown, textOf } from "./value.ts";

/** What a configuration's value is, where `names` says what the names in it mean. */
export function evaluate(json: Json, names: Names): Value {
  if (typeof json === "string") return evaluateText(json, names);
  if (Array.isArray(json)) return json.map((item: Json) => evaluate(item, names));
  if (!isObject(json)) return json as Value;
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => [key, evaluate(item, names)]),
  );
}

function evaluateText(text: string, names: Names): Value {
  if (!text.includes(`\${`)) return text;
  try {
    return ofPieces(parseTemplate(text), names);
  } catch (error) {
    if (error instanceof NotUnderstood) return unknownOf(text);
    throw error;
  }
}

function ofPieces(pieces: readonly Piece[], names: Names): Value {
  const made = pieces.map((piece) =>
    typeof piece === "string" ? piece : new Reader(piece, names).whole(),
  );
  const [first = "", ...others] = made;
  if (others.length === 0) return first;
  const text = made.map(textOf).join("");
  return made.some(isUnknown) ? unknownOf(text, ...made) : text;
}

/** Reads an expression's parts from the left, and makes its value on the way. */
class Reader {
  readonly #parts: Expression;
  readonly #names: Names;
  #at = 0;

  constructor(parts: Expression, names: Names) {
    this.#parts = parts;
    this.#names = names;
  }

  whole(): Value {
    const value = this.#choice();
    if (this.#at < this.#parts.length) throw new NotUnderstood("The expression goes on.");
    return value;
  }

  #choice(): Value {
    const condition = this.#binary(0);
    if (!this.#takes("?")) return condition;
    const yes = this.#choice();
    if (!this.#takes(":")) throw new NotUnderstood("A choice without an alternative.");
    const no = this.#choice();
    if (isUnknown(condition)) {
      return unknownOf(`${condition.text} ? ${textOf(yes)} : ${textOf(no)}`, condition, yes, no);
    }
    return condition === true || condition === "true" ? yes : no;
  }

  #binary(level: number): Value {
    const operators = PRECEDENCE[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((each) => this.#takes(each));
      if (operator === undefined) return left;
      left = operate(operator, left, this.#binary(level + 1));
    }
  }

  #unary(): Value {
    if (this.#takes("!")) return operate("==", this.#unary(), false);
    if (this.#takes("-")) return operate("-", 0, this.#unary());
    return this.#postfix();
  }

  #postfix(): Value {
    const part = this.#next();
    if (part.kind === "word" && /^[\p{L}_]/u.test(part.text)) return this.#named(part.text);
    return access(this.#literal(part), this.#steps());
  }

  #literal(part: Part): Value {
    switch (part.kind) {
      case "word":
        return Number(part.text);
      case "template":
        return part.pieces.length === 0 ? "" : ofPieces(part.pieces, this.#names);
      case "object":
        return Object.fromEntries(
          part.entries.map(({ key, value }) => [this.#key(key), this.#of(value)]),
        );
      case "group":
        if (part.items.some(isLoop)) throw new NotUnderstood("Loops are not followed.");
        return part.open === "["
          ? part.items.map((item) => this.#of(item))
          : this.#of(part.items[0] ?? []);
    }
  }

  #key(key: Expression): string {
    const [part] = key;
    return part?.kind === "word" ? part.text : textOf(this.#of(key));
  }

  #named(name: string): Value {
    if (name === "true" || name === "false") return name === "true";
    if (name === "null") return null;
    const next = this.#parts[this.#at];
    if (next?.kind === "group" && next.open === "(") {
      this.#at += 1;
      return access(
        call(
          name,
          next.items.map((item) => this.#of(item)),
        ),
        this.#steps(),
      );
    }
    return this.#names.resolve([name, ...this.#steps()]);
  }

  #steps(): readonly Step[] {
    const steps: Step[] = [];
    for (;;) {
      const part = this.#parts[this.#at];
      if (part?.kind === "group" && part.open === "[") {
        this.#at += 1;
        steps.push(this.#index(part.items[0] ?? []));
      } else if (this.#takes(".")) {
        const step = this.#next();
        if (step.kind !== "word") throw new NotUnderstood("No name after the dot.");
        steps.push(step.text === "*" ? EVERY : step.text);
      } else {
        return steps;
      }
    }
  }

  #index(inside: Expression): Step {
    const [part, ...others] = inside;
    if (part?.kind === "word" && part.text === "*" && others.length === 0) return EVERY;
    const value = this.#of(inside);
    return typeof value === "number" ? value : textOf(value);
  }

  #of(expression: Expression): Value {
    return new Reader(expression, this.#names).whole();
  }

  #next(): Part {
    const part = this.#parts[this.#at];
    if (part === undefined) throw new NotUnderstood("The expression ends early.");
    this.#at += 1;
    return part;
  }

  #takes(text: string): boolean {
    const part = this.#parts[this.#at];
    if (part?.kind !== "word" || part.text !== text) return false;
    this.#at += 1;
    return true;
  }
}

const isLoop = ([part]: Expression): boolean => part?.kind === "word" && part.text === "for";
