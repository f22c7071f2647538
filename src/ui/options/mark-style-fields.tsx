import { useState } from 'preact/hooks';
import { formatRatio, type TextKey, text } from '../../i18n/texts.ts';
import {
  colorSchemeOn,
  measureMarkContrast,
  minMarkContrast,
  minTextContrast,
  pageBackgrounds,
} from '../../settings/mark-style/mark-contrast.ts';
import type { MarkStyle } from '../../settings/settings.ts';
import { Choice, Switch } from '../components/form-controls.tsx';
import { useMediaQuery } from '../components/use-media-query.ts';
import { MarkPreview } from './mark-preview.tsx';

interface MarkStyleFieldsProps {
  readonly style: MarkStyle;
  onChange(style: MarkStyle): void;
}

type NeutralLine = Exclude<MarkStyle['line'], 'varied'>;
const neutralLines = {
  dotted: 'optionsLineDotted',
  dashed: 'optionsLineDashed',
  solid: 'optionsLineSolid',
  none: 'optionsLineNone',
} as const satisfies Record<NeutralLine, TextKey>;
const topicLines = { varied: 'optionsLineVaried', ...neutralLines } as const;
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
  const { usesTopicColors } = style;
  const line = {
    ...{ name: 'line', title: 'optionsLine' as const },
    onChange: (chosen: MarkStyle['line']) => onChange({ ...style, line: chosen }),
  };
  return (
    <fieldset class="mark-style">
      <legend>{text('optionsStyle')}</legend>
      <Switch
        label={text('optionsTopicColors')}
        isOn={usesTopicColors}
        // Colours differ in line as well, for readers who cannot tell them apart.
        onChange={(isOn) =>
          onChange({ ...style, usesTopicColors: isOn, line: isOn ? 'varied' : lineOf(style) })
        }
      />
      <div class="style-choices">
        {usesTopicColors ? (
          <Choice {...line} options={topicLines} value={style.line} />
        ) : (
          <Choice<NeutralLine> {...line} options={neutralLines} value={lineOf(style)} />
        )}
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

/** The line without topics to vary it by. */
function lineOf({ line }: MarkStyle): NeutralLine {
  return line === 'varied' ? 'dotted' : line;
}

/** The marks as pages will show them: on light and dark, or, with forced colours, in the one style that remains. */
function Previews({ style }: Pick<MarkStyleFieldsProps, 'style'>) {
  const [ownBackground, setOwnBackground] = useState<string>();
  const isForced = useMediaQuery('(forced-colors: active)');
  if (isForced) {
    return (
      <figure class="previews">
        <MarkPreview
          style={style}
          background={pageBackgrounds.light.background}
          ink={pageBackgrounds.light.text}
        />
        <figcaption>{text('optionsPreviewForced')}</figcaption>
      </figure>
    );
  }
  const previewBackgrounds = [
    { name: text('optionsPreviewLight'), ...pageBackgrounds.light },
    { name: text('optionsPreviewDark'), ...pageBackgrounds.dark },
    ...(ownBackground === undefined
      ? []
      : [
          {
            name: text('optionsPreviewOwn'),
            background: ownBackground,
            text: pageBackgrounds[colorSchemeOn(ownBackground)].text,
          },
        ]),
  ];
  return (
    <>
      <div class="previews">
        {previewBackgrounds.map(({ name, background, text: ink }) => (
          <figure key={name}>
            <MarkPreview style={style} background={background} ink={ink} />
            <figcaption>
              {name} <ContrastNote style={style} background={background} ink={ink} />
            </figcaption>
          </figure>
        ))}
      </div>
      <label class="own-background">
        <input
          type="color"
          value={ownBackground ?? pageBackgrounds.light.background}
          onInput={(event) => setOwnBackground(event.currentTarget.value)}
        />
        {text('optionsPreviewTry')}
      </label>
    </>
  );
}

/** The lowest contrast of any topic's mark on this background, with a warning if it is too low to see or read by. */
function ContrastNote({ style, background, ink }: { style: MarkStyle; background: string; ink: string }) {
  const { mark, text: onMark } = measureMarkContrast(style, background, ink);
  const isFaint = mark < minMarkContrast;
  const isUnreadable = onMark < minTextContrast;
  return (
    <span class="contrast" aria-live="polite">
      {!isFaint && !isUnreadable && text('optionsContrastGood', { ratio: formatRatio(mark) })}
      {isFaint && (
        <span class="problem">
          {text('optionsContrastFaint', { ratio: formatRatio(mark), least: formatRatio(minMarkContrast) })}
        </span>
      )}
      {isUnreadable && (
        <span class="problem">
          {text('optionsContrastText', { ratio: formatRatio(onMark), least: formatRatio(minTextContrast) })}
        </span>
      )}
    </span>
  );
}
