import { Fragment } from 'preact';

interface MarkedTextProps {
  readonly text: string;
  /** Half-open offsets into `text`, ascending and apart. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** Of each mark. */
  readonly class: string;
}

/** A text, to the letter, with marks in some places. */
export function MarkedText({ text, places, class: name }: MarkedTextProps) {
  return (
    <span>
      {places.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(places[at - 1]?.end ?? 0, start)}
          <mark class={name}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.end ?? 0)}
    </span>
  );
}
