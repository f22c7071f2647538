import { useRef } from 'preact/hooks';

interface FileButtonProps {
  readonly label: string;
  /** The id of the element that describes the button. */
  readonly describedBy?: string;
  /** The kinds of files that are offered, as in the `accept` attribute. */
  readonly accept?: string;
  onFiles(files: FileList): void;
}

/** Chooses a file, of JSON if nothing else is said. The browser's own button uses the browser's language, not the one that the reader chose. */
export function FileButton({
  label,
  describedBy,
  accept = '.json,application/json',
  onFiles,
}: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" aria-describedby={describedBy} onClick={() => field.current?.click()}>
        {label}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          if (currentTarget.files !== null) onFiles(currentTarget.files);
          // Choosing the same file again, corrected meanwhile, must fire a change event, too.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
