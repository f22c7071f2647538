import { useId, useState } from 'preact/hooks';
import { type TextKey, text } from '../../i18n/texts.ts';
import { maxHoverDelayMs } from '../../settings/read-settings.ts';
import type { HoverChoice } from '../../settings/settings.ts';
import { Switch } from '../components/form-controls.tsx';

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

/** The slider covers the useful range; the field accepts any delay that still counts as hovering. */
const sliderMaxMs = 1500;

function DelayField({ label, delayMs, isDisabled, onChange }: DelayFieldProps) {
  const id = useId();
  const [problem, setProblem] = useState('');
  // Where the slider is dragged to; it counts once the reader lets go of it.
  const [draggedMs, setDraggedMs] = useState<number>();
  const shownMs = draggedMs ?? delayMs;
  const take = (typed: string) => {
    setDraggedMs(undefined);
    const wanted = Number(typed);
    const isGood =
      typed.trim() !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= maxHoverDelayMs;
    setProblem(isGood ? '' : text('optionsDelayInvalid', { most: maxHoverDelayMs }));
    if (isGood) onChange(wanted);
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
          value={Math.min(shownMs, sliderMaxMs)}
          disabled={isDisabled}
          aria-label={text(label)}
          onInput={(event) => setDraggedMs(Number(event.currentTarget.value))}
          onChange={(event) => take(event.currentTarget.value)}
          onBlur={() => setDraggedMs(undefined)}
        />
        <input
          id={id}
          type="number"
          min={0}
          max={maxHoverDelayMs}
          step={50}
          value={shownMs}
          disabled={isDisabled}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </div>
      <p class="field-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
