import type { Environment } from "../config/environment-config.ts";
import type { JsonObject } from "../terraform/configuration.ts";
import { environment } from "./stacks.ts";

/** A domain and its zone, for the environments that are told of one. */
export const DOMAIN = { domainName: "captions.example.com", hostedZoneId: "Z0123456789" };

/** A module in an environment with an owner's settings, by address. */
export function moduleIn(name: Environment, module: string, own: object = {}) {
  const { resource = {}, output = {} } = environment(name, {
    environments: { [name]: own },
  }).module(module);
  return {
    resource,
    output,
    /** A resource's arguments; none where it is not there. */
    at: (address: string): JsonObject => {
      const [type = "", label = ""] = address.split(".");
      return resource[type]?.[label] ?? {};
    },
    text: JSON.stringify(resource),
  };
}
