/**
 * Text of somebody else as data within a prompt: a JSON string in a tag of its own. It cannot end its
 * tag or start another line, whatever it contains.
 */
export function fence(tag: string, value: unknown): string {
  return `<${tag}>${JSON.stringify(value).replaceAll("<", "\\u003c")}</${tag}>`;
}
