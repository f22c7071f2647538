import { Fragment } from 'preact';

interface MarkedTextProps {
  readonly text: string;
  /** Half-open offsets into `text`, ascending, without overlaps. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** The class of each mark. */
  readonly class: string;
}

/** A text, verbatim, with marks in some places. */
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
