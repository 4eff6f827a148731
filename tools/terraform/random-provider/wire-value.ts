import { decode, Encoder, ExtensionCodec } from "@msgpack/msgpack";

/** A value as the protocol carries it: MessagePack, or JSON where it comes out of a state file. */
export interface WireValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

/** What Terraform will only know after apply. */
export const UNKNOWN = Symbol("known after apply");

const UNKNOWN_EXTENSION = 0;

/** The encoder asks extensions about objects only, so that the symbol travels as one. */
class UnknownMark {}
const mark = new UnknownMark();

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: UNKNOWN_EXTENSION,
  encode: (value) => (value instanceof UnknownMark ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
const encoder = new Encoder({ extensionCodec });

/** Writes an object's attributes, or `null` for an object that is not there. */
export function toWire(attributes: object | null): WireValue {
  const marked =
    attributes &&
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, value === UNKNOWN ? mark : value]),
    );
  return { msgpack: Buffer.from(encoder.encode(marked)) };
}

/** Reads what Terraform sent; an object that is not there is `null`. */
export function fromWire(value: WireValue | null | undefined): unknown {
  if (value?.msgpack?.length) return decode(value.msgpack, { extensionCodec });
  if (value?.json?.length) return JSON.parse(Buffer.from(value.json).toString());
  return null;
}
