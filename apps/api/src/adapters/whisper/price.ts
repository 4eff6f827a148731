/**
 * US dollars for a minute of audio at list price, from each model's page under
 * https://developers.openai.com/api/docs/models/ as read on 2026-11-25. The models of the gpt-4o
 * family are not here: they are charged by tokens, not by time.
 */
const USD_PER_MINUTE: ReadonlyMap<string, number> = new Map([
  ["whisper-1", 0.006],
  ["gpt-transcribe", 0.0045],
]);

/** @returns undefined for a model whose price we do not know */
export const usdPerMinute = (model: string): number | undefined => USD_PER_MINUTE.get(model);
