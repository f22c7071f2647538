import type { VersionChange } from '../../contracts/kept-calls.ts';
import { formatMoment } from '../../i18n/format-date.ts';
import { countedText, type TextKey, text } from '../../i18n/texts.ts';
import { excerpt } from '../../knowledge/text/excerpt.ts';
import { MoreList } from '../components/more-list.tsx';
import type { KeptNow } from './use-kept-page.ts';

const changeTexts: Readonly<Record<VersionChange['kind'], TextKey>> = {
  headline: 'keepChangedHeadline',
  quotation: 'keepChangedQuotation',
  number: 'keepChangedNumber',
  text: 'keepChangedText',
};

/** About four lines, in characters. */
const changeLength = 180;

/** What has changed on a page since it was kept before; nothing of a page that was not. */
export function VersionChanges({ now: { outcome, before } }: { now: KeptNow }) {
  const { isUnchanged, changes, kept } = outcome;
  const date = formatMoment(Date.parse((before ?? kept).keptAt));
  if (isUnchanged) return <p class="kept-changes">{text('keepUnchanged', { date })}</p>;
  if (changes.length === 0) return null;
  return (
    <div class="kept-changes">
      <p>{countedText('keepChanges', changes.length, { date })}</p>
      <MoreList
        atFirst={3}
        items={changes.map((change) => (
          <li key={`${change.kind} ${change.before} ${change.now}`}>
            <span class="hint">{text(changeTexts[change.kind])}</span>{' '}
            <span class="quoted" dir="auto" lang={kept.language || undefined}>
              {change.before !== '' && <del>{excerpt(change.before, changeLength)}</del>}{' '}
              {change.now !== '' && <ins>{excerpt(change.now, changeLength)}</ins>}
            </span>
          </li>
        ))}
      />
    </div>
  );
}
