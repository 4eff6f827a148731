const CONTROL = /[\p{Cc}--\s]/v;

/** Says what kind of text a file begins with, or undefined where it is no text. */
export function textKind(start: Uint8Array): string | undefined {
  const text = decodeText(start)?.trimStart().toLowerCase();
  if (text === undefined || text === "") return undefined;
  if (
    /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(text)
  )
    return "an SVG drawing";
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/.test(text))
    return "an HTML page";
  return text.startsWith("<?xml") ? "an XML document" : "a text file";
}

function decodeText(start: Uint8Array): string | undefined {
  const utf16 = start[0] === 0xff && start[1] === 0xfe;
  try {
    // `stream` forgives a character that the end of the sample cuts in two.
    const decoder = new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true });
    const text = decoder.decode(start, { stream: true });
    return CONTROL.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
