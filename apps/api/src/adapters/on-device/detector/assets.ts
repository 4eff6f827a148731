import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { io } from "@tensorflow/tfjs-core";
import { z } from "zod";

const resolve = createRequire(import.meta.url).resolve;

const modelSchema = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.array(z.object({ weights: z.array(z.custom<io.WeightsManifestEntry>()) })),
});

/** The folder of the WASM backend's binaries, with the separator at its end. */
export const wasmFolder = (): string => dirname(resolve("@tensorflow/tfjs-backend-wasm")) + sep;

/**
 * The CenterNet that ships in `@vladmandic/human`: a MobileNetV3 trained on COCO's 80 classes
 * (https://github.com/610265158/mobilenetv3_centernet), 4 MB of 16-bit weights.
 *
 * @throws Error where the package's files are missing or are not a model.
 */
export async function readModel(): Promise<io.ModelArtifacts> {
  const folder = join(dirname(resolve("@vladmandic/human")), "..", "models");
  const [json, weights] = await Promise.all([
    readFile(join(folder, "centernet.json"), "utf8"),
    readFile(join(folder, "centernet.bin")),
  ]);
  const { modelTopology, weightsManifest } = modelSchema.parse(JSON.parse(json));
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: new Uint8Array(weights).buffer,
  };
}
