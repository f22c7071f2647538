import { useId, useRef, useState } from 'preact/hooks';
import { type TextKey, text } from '../../i18n/texts.ts';
import { maxHoverDelayMs } from '../../settings/read-settings.ts';
import type { HoverChoice } from '../../settings/settings.ts';
import { Switch } from '../components/form-controls.tsx';

interface HoverFieldsProps {
  readonly hover: HoverChoice;
  /** Changes with the same `gesture` are one undo step. */
  onChange(hover: HoverChoice, gesture?: string): void;
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
          onChange={(openDelayMs, gesture) => onChange({ ...hover, openDelayMs }, gesture)}
        />
        <DelayField
          label="optionsHoverClose"
          delayMs={hover.closeDelayMs}
          isDisabled={!hover.isOn}
          onChange={(closeDelayMs, gesture) => onChange({ ...hover, closeDelayMs }, gesture)}
        />
      </div>
    </div>
  );
}

interface DelayFieldProps {
  readonly label: TextKey;
  readonly delayMs: number;
  readonly isDisabled: boolean;
  onChange(delayMs: number, gesture: string): void;
}

/** The slider covers the useful range; the field accepts any delay that still counts as hovering. */
const sliderMaxMs = 1500;
let gestureCount = 0;

function DelayField({ label, delayMs, isDisabled, onChange }: DelayFieldProps) {
  const id = useId();
  const [problem, setProblem] = useState('');
  // All changes to a field until it loses the focus are one undo step.
  const gesture = useRef('');
  const begin = () => {
    gestureCount += 1;
    gesture.current = `delay ${gestureCount}`;
  };
  const take = (typed: string) => {
    const wanted = Number(typed);
    const isGood =
      typed.trim() !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= maxHoverDelayMs;
    setProblem(isGood ? '' : text('optionsDelayInvalid', { most: maxHoverDelayMs }));
    if (isGood) onChange(wanted, gesture.current);
  };
  return (
    <div class="delay">
      <label for={id}>{text(label)}</label>
      <div class="row">
        <input
          type="range"
          min={0}
          max={sliderMaxMs}
          step={50}
          value={Math.min(delayMs, sliderMaxMs)}
          disabled={isDisabled}
          aria-label={text(label)}
          onFocus={begin}
          onPointerDown={begin}
          onInput={(event) => take(event.currentTarget.value)}
        />
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
          onFocus={begin}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </div>
      <p class="field-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
