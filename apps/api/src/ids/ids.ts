import { customAlphabet } from "nanoid";

/** Letters and digits only, so that a double click selects the whole id: 119 bits in 20 of them. */
const random = customAlphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 20);

const newId = (prefix: string) => `${prefix}_${random()}`;

export const newCaptionId = () => newId("cap");
export const newApiKeyId = () => newId("key");
export const newUploadId = () => newId("upl");
export const newSessionId = () => newId("ses");
export const newRequestId = () => newId("req");
