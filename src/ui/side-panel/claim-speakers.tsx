import { countedText, formatList, text } from '../../i18n/texts.ts';
import type { PanelClaim } from '../../view-models/panel-content.ts';
import { copiesLast } from '../../view-models/panel-summary.ts';
import { PackWords } from '../content/content-language.tsx';
import { isReportedVoice } from '../content/position-view.tsx';
import { alteredSign } from '../content/source-line.tsx';

type Position = PanelClaim['positions'][number];

/** More names take another line, and tell less than the first two. */
const atMost = 2;

/** Who says so, in whose words, and in bold who says otherwise. */
export function ClaimSpeakers({ positions }: Pick<PanelClaim, 'positions'>) {
  const agreeing = nameSpeakers(
    positions.filter(({ stance }) => stance === 'says' || stance === 'says-in-part'),
  );
  const opposing = nameSpeakers(positions.filter(({ stance }) => stance === 'says-otherwise'));
  return (
    <p class="speakers">
      <Names names={agreeing} />
      {agreeing.length > 0 && opposing.length > 0 && ' · '}
      {opposing.length > 0 && (
        <b>{countedText('panelSayOtherwise', opposing.length, { outlets: formatList(shorten(opposing)) })}</b>
      )}
    </p>
  );
}

/** The first of them; the rest are counted. */
function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      {shorten(names).map((name, at) => (
        <span key={name}>
          {at > 0 && ' · '}
          <PackWords>{name}</PackWords>
        </span>
      ))}
    </>
  );
}

/** Hiding a single name saves nothing. */
export function shorten(names: readonly string[]): readonly string[] {
  if (names.length <= atMost + 1) return names;
  return [...names.slice(0, atMost), countedText('panelAndMore', names.length - atMost)];
}

/** Each outlet once, altered copies last and called so. */
function nameSpeakers(positions: readonly Position[]): readonly string[] {
  const names = new Map<string, string>();
  for (const position of copiesLast(positions)) {
    const { outlet } = position.source;
    if (!names.has(outlet)) names.set(outlet, nameSpeaker(position));
  }
  return [...names.values()];
}

function nameSpeaker({ source, stance, voice }: Position): string {
  const { outlet } = source;
  const sign = alteredSign(source);
  const name = sign === undefined ? outlet : `${outlet} ${sign}`;
  const asides = [
    ...(isReportedVoice(voice) ? [text('claimVoice', { voice })] : []),
    ...(stance === 'says-in-part' ? [text('panelInPart')] : []),
  ];
  return asides.length === 0 ? name : `${name} (${asides.join('; ')})`;
}
