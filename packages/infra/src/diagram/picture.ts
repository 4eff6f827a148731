import type { Inventory } from "../inventory/inventory.ts";
import { textOf } from "../inventory/value.ts";
import type { Picture } from "./model.ts";
import { partsOf } from "./parts.ts";
import { talksOf } from "./talks.ts";
import { zonesOf } from "./zones.ts";

/** What an environment looks like, from what it makes. */
export const pictureOf = (title: string, inventory: Inventory): Picture => ({
  title,
  range: textOf(inventory.ofType("aws_vpc")[0]?.args["cidr_block"]),
  zones: zonesOf(inventory),
  parts: partsOf(inventory),
  talks: talksOf(inventory),
});
