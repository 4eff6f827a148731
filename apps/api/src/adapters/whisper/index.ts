export { createWhisperTranscriber } from "./whisper-transcriber.ts";
