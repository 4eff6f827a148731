/** Sound as numbers: one channel of 16-bit samples. */
export interface Pcm {
  readonly samples: Int16Array;
  /** Samples in a second. */
  readonly rate: number;
}

const HEADER_BYTES = 44;

export function writeWav({ samples, rate }: Pcm): Buffer {
  const data = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("RIFF", 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + data.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** @returns undefined for what is no WAV of 16 bits and one channel */
export function readWav(bytes: Buffer): Pcm | undefined {
  if (bytes.length < HEADER_BYTES || bytes.toString("latin1", 0, 4) !== "RIFF") return undefined;
  if (bytes.toString("latin1", 8, 12) !== "WAVE") return undefined;
  let rate: number | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === "fmt ") {
      const plain = bytes.readUInt16LE(start + 2) === 1 && bytes.readUInt16LE(start + 14) === 16;
      if (!plain) return undefined;
      rate = bytes.readUInt32LE(start + 4);
    }
    if (name === "data" && rate !== undefined)
      return { rate, samples: toSamples(bytes, start, size) };
    at = start + size + (size % 2);
  }
  return undefined;
}

/** A program that writes WAV into a pipe cannot know its size, and writes the largest there is. */
function toSamples(bytes: Buffer, start: number, size: number): Int16Array {
  const end = Math.min(bytes.length, start + size);
  const samples = new Int16Array(Math.floor((end - start) / 2));
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = bytes.readInt16LE(start + index * 2);
  }
  return samples;
}
