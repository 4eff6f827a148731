/** Terraform's types are JSON, carried as bytes. */
const type = (description: unknown) => Buffer.from(JSON.stringify(description));
const STRING = type("string");

/** What the provider has: `random_id` alone, with the attributes of version 3 of hashicorp/random. */
export const SCHEMAS = {
  provider: { version: 0, block: {} },
  resource_schemas: {
    random_id: {
      version: 0,
      block: {
        attributes: [
          { name: "byte_length", type: type("number"), required: true },
          { name: "keepers", type: type(["map", "string"]), optional: true },
          { name: "prefix", type: STRING, optional: true },
          { name: "b64_std", type: STRING, computed: true },
          { name: "b64_url", type: STRING, computed: true },
          { name: "dec", type: STRING, computed: true },
          { name: "hex", type: STRING, computed: true },
          { name: "id", type: STRING, computed: true },
        ],
      },
    },
  },
} as const;
