/** What is read of `terraform show -json` of a plan. */
export interface PlanJson {
  readonly format_version: string;
  readonly resource_changes?: readonly ResourceChange[];
}

export interface ResourceChange {
  readonly address: string;
  /** Where the resource was until now, when the plan moves it. */
  readonly previous_address?: string;
  readonly mode: "managed" | "data";
  readonly change: Change;
}

export interface Change {
  readonly actions: readonly Action[];
  readonly before: unknown;
  readonly after: unknown;
  /** The shape of `after`, with `true` for what apply will tell. */
  readonly after_unknown: unknown;
}

type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

/** An address without the indexes of `count` and `for_each`. */
export const withoutIndexes = (path: string) => path.replaceAll(/\[[^\]]*\]/g, "");

/** The type of the resource at an address: `aws_vpc` of `module.networking.aws_vpc.main[0]`. */
export const typeOf = (address: string): string => withoutIndexes(address).split(".").at(-2) ?? "";
