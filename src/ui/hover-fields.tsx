import { useId, useState } from 'preact/hooks';
import { maxHoverDelayMs } from '../settings/read-settings.ts';
import type { HoverChoice } from '../settings/settings.ts';
import { Switch } from './form-controls.tsx';
import { type TextKey, text } from './texts.ts';

interface HoverFieldsProps {
  readonly hover: HoverChoice;
  onChange(hover: HoverChoice): void;
}

export function HoverFields({ hover, onChange }: HoverFieldsProps) {
  return (
    <div class="hover">
      <Switch
        label={text('optionsHover')}
        hint={text('optionsHoverHint')}
        isOn={hover.isOn}
        onChange={(isOn) => onChange({ ...hover, isOn })}
      />
      <div class="delays">
        <DelayField
          label="optionsHoverOpen"
          delayMs={hover.openDelayMs}
          isDisabled={!hover.isOn}
          onChange={(openDelayMs) => onChange({ ...hover, openDelayMs })}
        />
        <DelayField
          label="optionsHoverClose"
          delayMs={hover.closeDelayMs}
          isDisabled={!hover.isOn}
          onChange={(closeDelayMs) => onChange({ ...hover, closeDelayMs })}
        />
      </div>
    </div>
  );
}

interface DelayFieldProps {
  readonly label: TextKey;
  readonly delayMs: number;
  readonly isDisabled: boolean;
  onChange(delayMs: number): void;
}

function DelayField({ label, delayMs, isDisabled, onChange }: DelayFieldProps) {
  const id = useId();
  const [problem, setProblem] = useState('');
  const take = (typed: string) => {
    const wanted = Number(typed);
    const isGood =
      typed.trim() !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= maxHoverDelayMs;
    setProblem(isGood ? '' : text('optionsDelayInvalid', { most: String(maxHoverDelayMs) }));
    if (isGood) onChange(wanted);
  };
  return (
    <div>
      <label for={id}>{text(label)}</label>
      <input
        id={id}
        type="number"
        min={0}
        max={maxHoverDelayMs}
        step={50}
        value={delayMs}
        disabled={isDisabled}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p class="field-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
