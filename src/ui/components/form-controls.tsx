import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type TextKey, text } from '../../i18n/texts.ts';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

export function Section({ id, title, hint, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children}
    </section>
  );
}

interface SwitchProps {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly class?: string;
  onChange(isOn: boolean): void;
}

/** A checkbox with the role of a switch: it takes effect at once. */
export function Switch({ label, hint, isOn, isDisabled = false, class: className, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class={className === undefined ? 'switch' : `switch ${className}`}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has `checked` already; ARIA in HTML forbids both
        role="switch"
        id={id}
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly title: TextKey;
  /** Each value with the text that names it. */
  readonly options: Readonly<Record<Value, TextKey>>;
  readonly value: Value;
  onChange(value: Value): void;
}

export function Choice<Value extends string>({ name, title, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{text(title)}</legend>
      {(Object.entries(options) as [Value, TextKey][]).map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {text(label)}
        </label>
      ))}
    </fieldset>
  );
}
