import { UNKNOWN } from "./wire-value.ts";

type Computed = string | typeof UNKNOWN | null;

/** The attributes of a `random_id`: what is asked for, and five ways to write the bytes drawn. */
export interface RandomId {
  readonly byte_length: number;
  readonly keepers: Readonly<Record<string, string>> | null;
  readonly prefix: string | null;
  readonly id: Computed;
  readonly b64_url: Computed;
  readonly b64_std: Computed;
  readonly hex: Computed;
  readonly dec: Computed;
}

const ASKED = ["byte_length", "keepers", "prefix"] as const;
const ALL_UNKNOWN: Pick<RandomId, "id" | "b64_url" | "b64_std" | "hex" | "dec"> = {
  id: UNKNOWN,
  b64_url: UNKNOWN,
  b64_std: UNKNOWN,
  hex: UNKNOWN,
  dec: UNKNOWN,
};

/** A `random_id` of these bytes. The prefix stands before every way to write them but `id`. */
function written(bytes: Buffer, prefix: string | null): Omit<RandomId, "byte_length" | "keepers"> {
  const before = prefix ?? "";
  return {
    prefix,
    id: bytes.toString("base64url"),
    b64_url: before + bytes.toString("base64url"),
    b64_std: before + bytes.toString("base64"),
    hex: before + bytes.toString("hex"),
    dec: before + BigInt(`0x${bytes.toString("hex")}`).toString(),
  };
}

export interface Plan {
  readonly planned: RandomId | null;
  /** The arguments whose change makes a new one. */
  readonly replaceBecauseOf: readonly string[];
}

/** What an apply would leave. Any changed argument takes a new resource: bytes are drawn once. */
export function planRandomId(prior: RandomId | null, proposed: RandomId | null): Plan {
  if (proposed === null) return { planned: null, replaceBecauseOf: [] };
  if (prior === null) return { planned: { ...proposed, ...ALL_UNKNOWN }, replaceBecauseOf: [] };
  const changed = ASKED.filter(
    (name) => JSON.stringify(prior[name]) !== JSON.stringify(proposed[name]),
  );
  return { planned: proposed, replaceBecauseOf: changed };
}

/** Draws the bytes of a planned `random_id`; one that has them keeps them. */
export function applyRandomId(
  planned: RandomId | null,
  draw: (count: number) => Buffer,
): RandomId | null {
  if (planned === null || planned.id !== UNKNOWN) return planned;
  return { ...planned, ...written(draw(planned.byte_length), planned.prefix) };
}

/**
 * The `random_id` that an import names by its `id`, or by `prefix,id`.
 *
 * @throws Error when the id is not base64 in its URL form
 */
export function importRandomId(name: string): RandomId {
  const comma = name.lastIndexOf(",");
  const id = name.slice(comma + 1);
  const bytes = Buffer.from(id, "base64url");
  if (id === "" || bytes.toString("base64url") !== id) {
    throw new Error(
      `"${name}" is no id of a random_id: use its id, or its prefix, a comma, its id.`,
    );
  }
  const prefix = comma === -1 ? null : name.slice(0, comma);
  return { ...written(bytes, prefix), byte_length: bytes.length, keepers: null };
}

/** Why a configuration is refused, or nothing. A length that is not known yet is not refused. */
export function refusal(config: RandomId): string | undefined {
  const length: unknown = config.byte_length;
  if (typeof length !== "number" || (Number.isInteger(length) && length >= 1)) return undefined;
  return `byte_length is ${length}; it must be a whole number of bytes, at least 1.`;
}
