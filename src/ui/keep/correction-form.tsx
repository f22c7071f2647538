import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { KeptSummary } from '../../contracts/kept-calls.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import type { Corrections } from './keep-services.ts';

interface CorrectionFormProps {
  readonly kept: KeptSummary;
  /** With the fields that the reader has changed. */
  onSave(changed: Corrections): void;
  onCancel(): void;
}

/** What the article says of itself, to be corrected. */
export function CorrectionForm({ kept, onSave, onCancel }: CorrectionFormProps) {
  const submit = (data: FormData) => {
    const read = (name: string) => String(data.get(name) ?? '').trim();
    const authors = read('authors')
      .split(';')
      .map((author) => author.trim())
      .filter((author) => author !== '');
    onSave({
      ...(read('title') !== kept.title && { title: read('title') }),
      ...(read('outlet') !== kept.outlet && { outlet: read('outlet') }),
      ...(authors.join(';') !== kept.authors.join(';') && { authors }),
      ...(read('date') !== kept.date && { date: read('date') }),
    });
  };
  return (
    <KeepForm submitLabel="keepSave" onSubmit={submit} onCancel={onCancel}>
      <Field name="title" label="keepHeadline" value={kept.title} />
      <Field name="outlet" label="keepOutlet" value={kept.outlet} />
      <Field name="authors" label="keepAuthors" value={kept.authors.join('; ')} />
      <Field name="date" label="keepDate" value={kept.date} type="date" />
    </KeepForm>
  );
}

interface KeepFormProps {
  readonly submitLabel: TextKey;
  onSubmit(data: FormData): void;
  onCancel(): void;
  readonly children: ComponentChildren;
}

/** A small form that begins with the focus in its first field; Esc leaves it, and not the popup. */
export function KeepForm({ submitLabel, onSubmit, onCancel, children }: KeepFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <form
      ref={form}
      class="keep-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <p class="kept-actions">
        <button type="submit" class="action">
          {text(submitLabel)}
        </button>
        <button type="button" class="action" onClick={onCancel}>
          {text('keepCancel')}
        </button>
      </p>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: TextKey;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly isRequired?: boolean;
}

export function Field({ name, label, value, type = 'text', isRequired = false }: FieldProps) {
  const id = useId();
  return (
    <p class="keep-field">
      <label for={id}>{text(label)}</label>
      <input id={id} name={name} type={type} value={value} required={isRequired} dir="auto" maxLength={500} />
    </p>
  );
}
