import type { AnswerSchema } from "./generate-request.ts";
import type { Writer } from "./writer.ts";

/** How many items a list gets, and which text a caption. */
export interface Filling {
  readonly listLength: (asked: number) => number;
  readonly caption: (index: number) => string;
}

/** A value of the form that `schema` asks for; texts are chosen by the property's name. */
export function fillSchema(schema: AnswerSchema, writer: Writer, filling: Filling): unknown {
  return fill(schema, { name: "", index: 0 });

  function fill(
    at: AnswerSchema,
    place: { readonly name: string; readonly index: number },
  ): unknown {
    switch (at.type) {
      case "OBJECT": {
        const fields = Object.entries(at.properties ?? {});
        return Object.fromEntries(
          fields.map(([name, field]) => [name, fill(field, { name, index: place.index })]),
        );
      }
      case "ARRAY":
        return fillList(at, place);
      case "NUMBER":
      case "INTEGER":
        return place.index;
      case "BOOLEAN":
        return false;
      default:
        return at.enum?.[0] ?? text(place);
    }
  }

  function fillList(
    { items = {}, min_items: asked }: AnswerSchema,
    { name, index }: { readonly name: string; readonly index: number },
  ): unknown[] {
    if (name === "hashtags") return writer.hashtags();
    if (name === "restsOn") return writer.restsOn(index);
    const length = filling.listLength(asked ?? 1);
    return Array.from({ length }, (_, at) => fill(items, { name, index: at }));
  }

  function text({ name, index }: { readonly name: string; readonly index: number }): string {
    if (name === "description") return writer.description();
    if (name === "altText") return writer.altText();
    if (name === "pictures") return writer.picture(index);
    return filling.caption(index);
  }
}
