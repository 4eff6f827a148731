import { parentPort } from "node:worker_threads";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { loadGraphModel } from "@tensorflow/tfjs-converter";
import type { Tensor } from "@tensorflow/tfjs-core";
import { env, setBackend, tensor4d } from "@tensorflow/tfjs-core";
import { readModel, wasmFolder } from "./assets.ts";
import type { Candidate } from "./decode-peaks.ts";
import { decodePeaks, INPUT_SIDE } from "./decode-peaks.ts";
import type { DetectReply, DetectRequest, SquarePixels } from "./messages.ts";

/** The lowest score that says anything: on plain noise the model stays below it. */
const MIN_SCORE = 0.12;
/** The heat map and the reach of the boxes, before the graph's own end. */
const OUTPUTS = ["tower_0/keypoints", "tower_0/wh"];

async function loadModel() {
  // Other photos' workers and decoders want the cores as well: one thread, with SIMD, is enough.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths(wasmFolder());
  await setBackend("wasm");
  const artifacts = await readModel();
  return await loadGraphModel({ load: () => Promise.resolve(artifacts) });
}

const loading = loadModel();

async function look(square: SquarePixels): Promise<Candidate[]> {
  const model = await loading;
  const input = tensor4d(new Float32Array(square), [1, INPUT_SIDE, INPUT_SIDE, 3]);
  const output: Tensor | Tensor[] = model.execute(input, OUTPUTS);
  const tensors = Array.isArray(output) ? output : [output];
  const [heat = [], reach = []] = tensors.map((tensor) => tensor.dataSync());
  for (const tensor of [input, ...tensors]) tensor.dispose();
  return decodePeaks({ heat, reach }, MIN_SCORE);
}

async function answer(squares: DetectRequest): Promise<void> {
  const reply = await Promise.all(squares.map(look)).then(
    (found): DetectReply => ({ found }),
    (error: unknown): DetectReply => ({ reason: String(error) }),
  );
  parentPort?.postMessage(reply);
}

parentPort?.on("message", (squares: DetectRequest) => void answer(squares));
