import { useState } from 'preact/hooks';
import { formatRatio, type TextKey, text } from '../../i18n/texts.ts';
import {
  leastMarkContrast,
  leastTextContrast,
  measureMarkContrast,
  pageGrounds,
  toneOn,
} from '../../settings/mark-style/mark-contrast.ts';
import type { MarkStyle } from '../../settings/settings.ts';
import { Choice } from '../components/form-controls.tsx';
import { useMediaQuery } from '../components/use-media-query.ts';
import { MarkPreview } from './mark-preview.tsx';

interface MarkStyleFieldsProps {
  readonly style: MarkStyle;
  onChange(style: MarkStyle): void;
}

const lines = {
  varied: 'optionsLineVaried',
  dotted: 'optionsLineDotted',
  dashed: 'optionsLineDashed',
  solid: 'optionsLineSolid',
  none: 'optionsLineNone',
} as const satisfies Record<MarkStyle['line'], TextKey>;
const weights = {
  soft: 'optionsWeightSoft',
  fine: 'optionsWeightFine',
  bold: 'optionsWeightBold',
} as const satisfies Record<MarkStyle['weight'], TextKey>;
const tints = {
  none: 'optionsTintNone',
  faint: 'optionsTintFaint',
  strong: 'optionsTintStrong',
} as const satisfies Record<MarkStyle['tint'], TextKey>;

export function MarkStyleFields({ style, onChange }: MarkStyleFieldsProps) {
  return (
    <fieldset class="mark-style">
      <legend>{text('optionsStyle')}</legend>
      <div class="style-choices">
        <Choice
          name="line"
          title="optionsLine"
          options={lines}
          value={style.line}
          onChange={(line) => onChange({ ...style, line })}
        />
        <Choice
          name="weight"
          title="optionsWeight"
          options={weights}
          value={style.weight}
          onChange={(weight) => onChange({ ...style, weight })}
        />
        <Choice
          name="tint"
          title="optionsTint"
          options={tints}
          value={style.tint}
          onChange={(tint) => onChange({ ...style, tint })}
        />
      </div>
      <Previews style={style} />
    </fieldset>
  );
}

/** The marks as pages will show them: on light and dark, or, where the system forces its colours, in those, which leave one look. */
function Previews({ style }: Pick<MarkStyleFieldsProps, 'style'>) {
  const [ownGround, setOwnGround] = useState<string>();
  const isForced = useMediaQuery('(forced-colors: active)');
  if (isForced) {
    return (
      <figure class="previews">
        <MarkPreview style={style} ground={pageGrounds.light.ground} ink={pageGrounds.light.text} />
        <figcaption>{text('optionsPreviewForced')}</figcaption>
      </figure>
    );
  }
  const shownGrounds = [
    { name: text('optionsPreviewLight'), ...pageGrounds.light },
    { name: text('optionsPreviewDark'), ...pageGrounds.dark },
    ...(ownGround === undefined
      ? []
      : [{ name: text('optionsPreviewOwn'), ground: ownGround, text: pageGrounds[toneOn(ownGround)].text }]),
  ];
  return (
    <>
      <div class="previews">
        {shownGrounds.map(({ name, ground, text: ink }) => (
          <figure key={name}>
            <MarkPreview style={style} ground={ground} ink={ink} />
            <figcaption>
              {name} <ContrastNote style={style} ground={ground} ink={ink} />
            </figcaption>
          </figure>
        ))}
      </div>
      <label class="own-ground">
        <input
          type="color"
          value={ownGround ?? pageGrounds.light.ground}
          onInput={(event) => setOwnGround(event.currentTarget.value)}
        />
        {text('optionsPreviewTry')}
      </label>
    </>
  );
}

/** The lowest contrast of any topic's mark on this ground, and a warning where it is too low to be seen or read by. */
function ContrastNote({ style, ground, ink }: { style: MarkStyle; ground: string; ink: string }) {
  const { mark, text: onMark } = measureMarkContrast(style, ground, ink);
  const isFaint = mark < leastMarkContrast;
  const isUnreadable = onMark < leastTextContrast;
  return (
    <span class="contrast" aria-live="polite">
      {!isFaint && !isUnreadable && text('optionsContrastGood', { ratio: formatRatio(mark) })}
      {isFaint && (
        <span class="problem">
          {text('optionsContrastFaint', { ratio: formatRatio(mark), least: formatRatio(leastMarkContrast) })}
        </span>
      )}
      {isUnreadable && (
        <span class="problem">
          {text('optionsContrastText', { ratio: formatRatio(onMark), least: formatRatio(leastTextContrast) })}
        </span>
      )}
    </span>
  );
}
