export { createOnDeviceModel } from "./on-device-model.ts";
