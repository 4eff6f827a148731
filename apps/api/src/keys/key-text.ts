import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { customAlphabet } from "nanoid";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** So that scanners for secrets, and people, know what they have found. */
const PREFIX = "cg_";
/** 256 bits of randomness. */
const RANDOM_LENGTH = 43;
/** Room for the 32 bits of a CRC. */
const CHECK_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM_LENGTH + CHECK_LENGTH}}$`, "u");

const random = customAlphabet(DIGITS, RANDOM_LENGTH);

/** A new key: `cg_`, 43 random letters and digits, and 6 that are their checksum. */
export function newKeyText(): string {
  const body = `${PREFIX}${random()}`;
  return `${body}${checksumOf(body)}`;
}

/** Whether a text means to be one of our keys. */
export const looksLikeKey = (text: string): boolean => text.startsWith(PREFIX);

/** Whether a key is whole and without a typing error; it may still be nobody's. */
export function isWellFormedKey(text: string): boolean {
  return SHAPE.test(text) && text.endsWith(checksumOf(text.slice(0, -CHECK_LENGTH)));
}

/** What is stored of a key. It has too much randomness to be guessed from a plain hash. */
export const hashKey = (text: string): string => createHash("sha256").update(text).digest("hex");

export const lastFourOf = (text: string): string => text.slice(-4);

/** How a key begins and ends. */
export const hintOf = (lastFour: string): string => `${PREFIX}…${lastFour}`;

function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = "";
  for (let place = 0; place < CHECK_LENGTH; place += 1) {
    text = `${DIGITS[rest % DIGITS.length]}${text}`;
    rest = Math.floor(rest / DIGITS.length);
  }
  return text;
}
