/** What keeps strings in the browser. */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem">;
