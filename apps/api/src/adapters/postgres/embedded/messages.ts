/** A statement for the embedded Postgres, of a transaction or on its own. */
export type Statement =
  | {
      readonly kind: "query";
      readonly sql: string;
      readonly params: readonly unknown[] | undefined;
      readonly rowMode: "array" | "object" | undefined;
      /** The types of which values are given as Postgres writes them. */
      readonly unparsed: readonly number[];
    }
  /** Several statements, without parameters. */
  | { readonly kind: "exec"; readonly sql: string };

export type Command =
  | (Statement & { readonly transaction?: number })
  /** Begins a transaction; its number is the answer. */
  | { readonly kind: "begin" }
  | { readonly kind: "commit" | "rollback"; readonly transaction: number }
  | { readonly kind: "close" };

export interface Request {
  readonly id: number;
  readonly command: Command;
}

export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: Failure };

/** An error of Postgres: functions in one cannot be sent, and its class is lost. */
export interface Failure {
  readonly message: string;
  readonly stack: string | undefined;
  /** SQLSTATE, constraint, table and the like. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the thread is started with. */
export interface ThreadData {
  readonly folder: string;
}
