import type { Project } from "../parity/project.ts";
import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { access } from "./access.ts";
import { evaluate } from "./evaluate.ts";
import type { Instance } from "./instance.ts";
import type { Step } from "./names.ts";
import type { Value, Values } from "./value.ts";
import { isUnknown, isValues, textOf, Unknown } from "./value.ts";

type Key = number | string;

/** All resources of a synthesized stack, one by one, in the order of their addresses. */
export function instancesOf(project: Project): readonly Instance[] {
  const root = new Module(project, "", project.root);
  const modules = Object.keys(project.modules).map((name) => root.child(name));
  return [root, ...modules]
    .flatMap((module) => module.instances())
    .toSorted((a, b) => a.address.localeCompare(b.address, "en", { numeric: true }));
}

/** A module of a stack: what the names in it mean, and what it makes. */
class Module {
  readonly #project: Project;
  readonly #address: string;
  readonly #body: JsonObject;
  readonly #parent: Module | undefined;

  constructor(project: Project, address: string, body: JsonObject, parent?: Module) {
    this.#project = project;
    this.#address = address;
    this.#body = body;
    this.#parent = parent;
  }

  child(address: string): Module {
    return new Module(this.#project, address, this.#project.modules[address] ?? {}, this);
  }

  instances(): readonly Instance[] {
    return Object.entries(object(this.#body["resource"])).flatMap(([type, named]) =>
      Object.entries(object(named)).flatMap(([name, block]) =>
        this.#instances(type, name, object(block)),
      ),
    );
  }

  #instances(type: string, name: string, block: JsonObject): readonly Instance[] {
    const { count, for_each: each, ...rest } = block;
    const keys = this.#keys(count, each);
    const address = this.#absolute(`${type}.${name}`);
    const make = (key?: Key, item?: Value): Instance => ({
      address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
      type,
      name,
      module: this.#address,
      args: evaluate(rest, this.#names(key, item)) as Values,
      counted: keys !== "unknown",
    });
    if (keys === "unknown" || keys === undefined) return [make()];
    return keys.map(([key, item]) => make(key, item));
  }

  /** The keys of a resource's instances; undefined without `count` and `for_each`. */
  #keys(count?: Json, each?: Json): readonly (readonly [Key, Value])[] | "unknown" | undefined {
    if (count === undefined && each === undefined) return undefined;
    const value = evaluate(count ?? each ?? null, this.#names());
    if (isUnknown(value)) return "unknown";
    if (count !== undefined) {
      return Array.from({ length: Number(value) }, (_, index) => [index, index] as const);
    }
    if (isValues(value)) return Object.entries(value);
    return Array.isArray(value) ? value.map((item: Value) => [textOf(item), item] as const) : [];
  }

  #names(key?: Key, item?: Value) {
    return { resolve: (steps: readonly Step[]) => this.#resolve(steps, key, item) };
  }

  #resolve(steps: readonly Step[], key?: Key, item?: Value): Value {
    const [first, second = "", ...rest] = steps;
    switch (first) {
      case "count":
        return key ?? null;
      case "each":
        return access(second === "key" ? (key ?? null) : (item ?? null), rest);
      case "var":
        return access(this.#variable(String(second)), rest);
      case "local":
        return access(
          evaluate(object(this.#body["locals"])[String(second)] ?? null, this.#names()),
          rest,
        );
      case "module":
        return this.#output(String(second), rest);
      case "data":
        return access(Unknown.of(this.#absolute(`data.${String(second)}`)), rest);
      default:
        return this.#resource(String(first), String(second), rest);
    }
  }

  #variable(name: string): Value {
    const declared = object(object(this.#body["variable"])[name]);
    const given = this.#parent
      ? this.#parent.#argument(this.#address.replace("module.", ""), name)
      : (this.#project.values[name] as Value | undefined);
    return given ?? (declared["default"] as Value | undefined) ?? null;
  }

  #argument(module: string, name: string): Value | undefined {
    const written = object(object(this.#body["module"])[module])[name];
    return written === undefined ? undefined : evaluate(written, this.#names());
  }

  #output(module: string, steps: readonly Step[]): Value {
    const [name = "", ...rest] = steps;
    const child = this.child(`module.${module}`);
    const output = object(object(child.#body["output"])[String(name)]);
    return access(evaluate(output["value"] ?? null, child.#names()), rest);
  }

  /** A resource that there are several of is a list of them; its own attributes apply will tell. */
  #resource(type: string, name: string, steps: readonly Step[]): Value {
    const block = object(object(object(this.#body["resource"])[type])[name]);
    const address = this.#absolute(`${type}.${name}`);
    const keys = this.#keys(block["count"], block["for_each"]);
    if (keys === undefined || keys === "unknown") return access(Unknown.of(address), steps);
    const made = keys.map(([key]) => Unknown.of(`${address}[${JSON.stringify(key)}]`));
    if (block["count"] !== undefined) return access(made, steps);
    return access(Object.fromEntries(keys.map(([key], at) => [key, made[at] ?? null])), steps);
  }

  #absolute(address: string): string {
    return this.#address === "" ? address : `${this.#address}.${address}`;
  }
}

const object = (json: Json | undefined): JsonObject => (isObject(json) ? json : {});
