import type { Project } from "../parity/project.ts";
import { argument } from "./arguments.ts";
import type { Instance } from "./instance.ts";
import { instancesOf } from "./stack.ts";
import { referencesOf, resourceIn } from "./value.ts";

/** A stack's resources, and who refers to whom. */
export class Inventory {
  readonly instances: readonly Instance[];
  readonly #byAddress: ReadonlyMap<string, Instance>;

  constructor(instances: readonly Instance[]) {
    this.instances = instances;
    this.#byAddress = new Map(instances.map((each) => [each.address, each]));
  }

  static of(project: Project): Inventory {
    return new Inventory(instancesOf(project));
  }

  ofType(...types: readonly string[]): readonly Instance[] {
    return this.instances.filter(({ type }) => types.includes(type));
  }

  /** The resources that an argument refers to, or that all arguments do. */
  targets(from: Instance, path?: string): readonly Instance[] {
    const value = path === undefined ? from.args : argument(from.args, path);
    const addresses = new Set(referencesOf(value).map(resourceIn));
    return [...addresses].flatMap((address) => this.#byAddress.get(address) ?? []);
  }

  /** The resources of a type that refer to this one. */
  referring(to: Instance, type: string, path?: string): readonly Instance[] {
    return this.ofType(type).filter((each) => this.targets(each, path).includes(to));
  }
}
