/** What is read of a Terraform state, version 4. */
export interface StateFile {
  readonly serial: number;
  readonly resources: readonly {
    readonly module?: string;
    readonly mode: "managed" | "data";
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly index_key?: number | string }[];
  }[];
}

/** The addresses of the managed resources in a state, sorted, as `terraform state list` writes them. */
export function addressesIn({ resources }: StateFile): string[] {
  return resources
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key: key }) => {
        const index = key === undefined ? "" : `[${JSON.stringify(key)}]`;
        return `${module === undefined ? "" : `${module}.`}${type}.${name}${index}`;
      }),
    )
    .sort();
}
