/** A name that does not mean this entity, according to the reader; only beside certain words, if given. */
export interface NameException {
  /** Entity reference (`pack/entity`). */
  readonly entity: string;
  /** The name in its pack's spelling (`Mention.name`). */
  readonly name: string;
  /** Words right before or right after the name, in exactly this case. */
  readonly beside?: string;
}
