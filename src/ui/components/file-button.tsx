import { useRef } from 'preact/hooks';

interface FileButtonProps {
  readonly label: string;
  /** What describes the button, by its id. */
  readonly describedBy?: string;
  onFiles(files: FileList): void;
}

/** Chooses a JSON file. A button of our own: the browser's speaks the browser's language, not the one that the reader chose. */
export function FileButton({ label, describedBy, onFiles }: FileButtonProps) {
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
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          if (currentTarget.files !== null) onFiles(currentTarget.files);
          // Choosing the same file again, mended meanwhile, is a change too.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
