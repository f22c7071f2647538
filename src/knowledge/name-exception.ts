/** A name that the reader says does not mean this entity; only beside certain words, where they are given. */
export interface NameException {
  /** Entity reference (`pack/entity`). */
  readonly entity: string;
  /** The name in its pack's spelling (`Mention.name`). */
  readonly name: string;
  /** Words right before or right after the name, in exactly this case. */
  readonly beside?: string;
}
