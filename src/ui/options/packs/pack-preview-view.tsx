import { useId, useRef } from 'preact/hooks';
import { formatDay } from '../../../i18n/format-date.ts';
import { type CountedTextKey, countedText, formatList, text } from '../../../i18n/texts.ts';
import { compareVersions, type PackCounts, type PackPreview } from '../../../knowledge/pack-preview.ts';
import { MoreList } from '../../components/more-list.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { nameLanguage, PackWords } from '../../content/content-language.tsx';

interface PackPreviewViewProps {
  readonly preview: PackPreview;
  onImport(): void;
  onCancel(): void;
}

/** The content of a file, before the reader confirms the import. */
export function PackPreviewView({ preview, onImport, onCancel }: PackPreviewViewProps) {
  const { title, version, knownTo, language, licence, origin, note, topics, samples, former } = preview;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Screen readers continue with the title of the pack.
  useFirstFocus(() => heading.current);
  return (
    <section class="preview" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p class="hint">
        {formatList([
          text('packsVersion', { version }),
          text('packsKnownTo', { date: formatDay(knownTo) }),
          nameLanguage(language),
          licence,
        ])}
      </p>
      {origin !== undefined && <p class="note">{text('packsFromStoryHint')}</p>}
      {note !== undefined && (
        <blockquote>
          <PackWords>{note}</PackWords>
        </blockquote>
      )}
      {former !== undefined && <FormerNote preview={preview} former={former} />}
      <Counts counts={preview.counts} former={former?.counts} changes={preview.changes} />
      <KnownNamesNote knownNames={preview.knownNames} />
      {topics.length > 0 && <h4>{text('packsTopics')}</h4>}
      <MoreList
        atFirst={8}
        class="preview-topics"
        items={topics.map(({ title: topicTitle, color, entityCount }) => (
          <li key={topicTitle} style={{ '--topic': color }}>
            <span class="topic-name">{topicTitle}</span>
            <span class="hint">{countedText('optionsEntities', entityCount)}</span>
          </li>
        ))}
      />
      {samples.length > 0 && <h4>{text('packsSamples')}</h4>}
      <ul class="samples">
        {samples.map((sample) => (
          <li key={sample.title}>
            <strong>{sample.title}</strong> <span>{sample.summary}</span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="primary" onClick={onImport}>
          {text(former === undefined ? 'packsImport' : 'packsReplace')}
        </button>
        <button type="button" onClick={onCancel}>
          {text('packsCancel')}
        </button>
      </p>
    </section>
  );
}

const countTexts = {
  entities: 'optionsEntities',
  names: 'packsNames',
  sources: 'packsSources',
  statements: 'packsStatements',
  claims: 'packsClaims',
  events: 'packsEvents',
} as const satisfies Record<keyof PackCounts, CountedTextKey>;

interface CountsProps {
  readonly counts: PackCounts;
  readonly former: PackCounts | undefined;
  readonly changes: PackPreview['changes'];
}

/** The number of each kind of item; if the pack replaces another, beside the former number, with what is new, different and gone. */
function Counts({ counts, former, changes }: CountsProps) {
  return (
    <ul class="counts">
      {(Object.keys(countTexts) as (keyof PackCounts)[]).map((what) => {
        if (counts[what] === 0 && !former?.[what]) return null;
        const after = countedText(countTexts[what], counts[what]);
        const before = former?.[what];
        const isSame = before === undefined || before === counts[what];
        const listChanges = what === 'names' ? undefined : changes?.[what];
        const hasChanged = listChanges !== undefined && Object.values(listChanges).some((count) => count > 0);
        return (
          <li key={what}>
            {isSame ? after : text('packsChanged', { before, after })}
            {hasChanged && <span class="hint"> {text('packsListChanges', { ...listChanges })}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function FormerNote({
  preview,
  former,
}: {
  preview: PackPreview;
  former: { version: string; knownTo: string };
}) {
  const order = compareVersions(preview.version, former.version);
  const values = { version: former.version, date: formatDay(former.knownTo) };
  const key = order > 0 ? 'packsNewer' : order < 0 ? 'packsOlder' : 'packsSame';
  return <p class={order < 0 ? 'problem' : 'note'}>{text(key, values)}</p>;
}

function KnownNamesNote({ knownNames: { count, samples } }: Pick<PackPreview, 'knownNames'>) {
  if (count === 0) return null;
  const names = formatList(
    samples.map(({ name, packTitle }) => text('packsKnownName', { name, pack: packTitle })),
  );
  return <p class="note">{countedText('packsKnownNames', count, { names })}</p>;
}
