export { createOnDeviceModel, type OnDeviceConfig } from "./on-device-model.ts";
