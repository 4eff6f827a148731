import { Readable } from "node:stream";
import busboy from "busboy";

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: UploadedFile | undefined;
}

/** A multipart body, as a server reads it. @returns undefined for what is none */
export async function parseForm(type: string, body: Buffer): Promise<Form | undefined> {
  try {
    return await readParts(type, body);
  } catch {
    return undefined;
  }
}

function readParts(type: string, body: Buffer): Promise<Form> {
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: { "content-type": type } });
    const fields = new Map<string, string>();
    let file: UploadedFile | undefined;
    parser.on("field", (name, value) => fields.set(name, value));
    parser.on("file", (name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (name === "file") file = { name: info.filename, bytes: Buffer.concat(chunks) };
      });
    });
    parser.on("error", reject);
    parser.on("close", () => resolve({ fields, file }));
    Readable.from([body]).pipe(parser);
  });
}
