/** What an expression stands for as far as it is known before anything is made. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Unknown
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Values = { readonly [key: string]: Value };

/** What only apply will tell, with what it depends on. */
export class Unknown {
  /** The expression as a template, its addresses those of the whole stack: `${module.s3.aws_s3_bucket.uploads.arn}/*`. */
  readonly text: string;
  /** The attributes in it, such as `module.s3.aws_s3_bucket.uploads.arn`. */
  readonly references: readonly string[];

  constructor(text: string, references: readonly string[]) {
    this.text = text;
    this.references = references;
  }

  static of(reference: string): Unknown {
    return new Unknown(`\${${reference}}`, [reference]);
  }

  /** An attribute or entry of it. */
  at(step: string): Unknown {
    const [only = "", ...others] = this.references;
    const plain = others.length === 0 && this.text === `\${${only}}`;
    return plain ? Unknown.of(`${only}${step}`) : this;
  }
}

export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown;

export const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);

/** The attributes that a value depends on, wherever in it, once each. */
export function referencesOf(value: Value | undefined): readonly string[] {
  return [...new Set(collect(value))];
}

function collect(value: Value | undefined): readonly string[] {
  if (isUnknown(value)) return value.references;
  if (Array.isArray(value)) return value.flatMap((item: Value) => collect(item));
  return isValues(value) ? Object.values(value).flatMap(collect) : [];
}

/** The address of the resource that a reference is to, with its index. */
export function resourceIn(reference: string): string {
  return RESOURCE.exec(reference)?.[0] ?? reference;
}

const RESOURCE = /^(?:module\.[^.]+\.)?(?:data\.)?[^.[]+\.[^.[]+(?:\[[^\]]*\])?/u;

/** An address without the indexes of `count` and `for_each`. */
export const withoutIndex = (address: string): string => address.replaceAll(/\[[^\]]*\]/gu, "");

/** A value as text: what is known as it is, the rest as its expression. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (isUnknown(value)) return value.text;
  return typeof value === "object" ? JSON.stringify(value, asText) : String(value);
}

const asText = (_key: string, item: unknown): unknown => (isUnknown(item) ? item.text : item);
