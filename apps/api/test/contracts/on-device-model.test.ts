import { createOnDeviceModel } from "../../src/adapters/on-device/index.ts";
import { captionModelContract } from "../../src/testing/contracts/caption-model.ts";

captionModelContract("the on-device model", async () => ({
  model: createOnDeviceModel(),
  close: async () => {},
}));
