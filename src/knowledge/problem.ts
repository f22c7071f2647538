/** Every code of one kind of problem, with the names of the values in its text. */
export type ProblemCodes = Readonly<Record<string, readonly string[]>>;

/**
 * A problem without its place: a code and its values, but no text. This layer has no texts; they are in
 * `assets/texts/problems`, for the surfaces in the reader's language and for the tools in English.
 */
export type Fault<Codes extends ProblemCodes> = {
  [Code in keyof Codes & string]: {
    readonly code: Code;
    readonly values: Readonly<Record<Codes[Code][number], string | number>>;
  };
}[keyof Codes & string];

export interface ProblemPlace {
  /** Name of the file; inside a pack's folder `entities/companies.json`. */
  readonly file: string;
  /** The place inside the file; list items are given by id: `entities[ibm].names[0].text`. */
  readonly path: string;
}
