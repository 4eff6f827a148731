type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Defaults with an owner's settings over them. In a group of settings, those not mentioned stay as they are. */
export function overlay(defaults: Group, own: Group): Group {
  const entries = Object.entries(own).map(([key, value]) => {
    const before = defaults[key];
    return [key, isGroup(before) && isGroup(value) ? overlay(before, value) : value];
  });
  return { ...defaults, ...Object.fromEntries(entries) };
}
