import { defineModule } from "../../terraform/module-definition.ts";
import { DATA_STORE_INPUTS } from "../data-store.ts";

/** The database: called as in the article, which leaves its inside open. */
export const rds = defineModule({
  name: "rds",
  inputs: DATA_STORE_INPUTS,
  outputs: {},
  // The article calls this module and shows no body: it makes nothing yet.
  body: () => ({}),
});
