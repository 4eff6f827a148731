/** Inputs that hold no text somebody writes. */
const NO_TEXT = "[type=radio], [type=checkbox], [type=file]";

/** Whether text is written in an element: what is typed or pasted there is meant for it. */
export function isTextField(element: EventTarget | null): element is HTMLElement {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement) return !element.matches(NO_TEXT);
  return element instanceof HTMLElement && element.isContentEditable;
}
