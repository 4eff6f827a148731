import { defineModule } from "../../terraform/module-definition.ts";
import { DATA_STORE_INPUTS } from "../data-store.ts";

/** The cache: called as in the article, which leaves its inside open. */
export const elasticache = defineModule({
  name: "elasticache",
  inputs: DATA_STORE_INPUTS,
  outputs: {},
  // The article calls this module and shows no body: it makes nothing yet.
  body: () => ({}),
});
