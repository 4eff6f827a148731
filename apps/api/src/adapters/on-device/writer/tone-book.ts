/** The sentences one tone writes with. Slots are explained at `toSlots`. */
export interface ToneBook {
  /** First sentences where the picture has a subject. Each is a caption by itself. */
  readonly subject: readonly string[];
  /** First sentences where it has none. Each is a caption by itself. */
  readonly scene: readonly string[];
  /** What follows on the subject, by its kind. */
  readonly about: {
    readonly person: readonly string[];
    readonly animal: readonly string[];
    readonly vehicle: readonly string[];
    readonly food: readonly string[];
    readonly other: readonly string[];
    readonly scene: readonly string[];
  };
  readonly light: readonly string[];
  readonly colour: readonly string[];
  /** On what is where; the first two at least need a slot that not every picture has. */
  readonly place: readonly string[];
  readonly close: readonly string[];
  /** Captions of at most 18 characters, for the tightest limits: no slots. */
  readonly tiny: readonly string[];
}
