/** Sentences by what the picture shows. */
interface ByView {
  /** One person, close up. They come first where the picture is that, before those of `subject`. */
  readonly portrait: readonly string[];
  /** Something that was made out. */
  readonly subject: readonly string[];
  /** Nothing was made out: light and colour alone, and no claim that there is nothing else. */
  readonly scene: readonly string[];
}

/**
 * The sentences one tone writes with. Slots are explained at `toSlots`. All must be true of any
 * picture that fills their slots: nothing of how it was taken, tasted or ended.
 */
export interface ToneBook {
  /** Whole short captions. */
  readonly phrases: ByView;
  /** First sentences of longer captions; none of them is a phrase as well. */
  readonly openings: ByView;
  /** What may follow on the subject, by its kind. */
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
  /** On what is where. */
  readonly place: readonly string[];
  /** Last words, where a long caption has little else to say. */
  readonly close: readonly string[];
  /** Captions of at most 18 characters, for the tightest limits: no slots. */
  readonly tiny: readonly string[];
}
