import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { countedText, formatNumber, type TextKey, text } from '../../i18n/texts.ts';
import { ContentLanguageContext, PackWords } from '../content/content-language.tsx';

/** The pack whose words they are, if several packs have something to say. */
const PackNameContext = createContext<string | undefined>(undefined);

interface PackPartProps {
  readonly pack: { readonly title: string; readonly language: string };
  /** Whether to name the pack first: several packs have something to say. */
  readonly isNamed: boolean;
  readonly children: ComponentChildren;
}

/** One pack's part of a tab. */
export function PackPart({ pack, isNamed, children }: PackPartProps) {
  const region = isNamed ? ({ role: 'region', 'aria-label': pack.title } as const) : {};
  return (
    <ContentLanguageContext.Provider value={pack.language}>
      <PackNameContext.Provider value={isNamed ? pack.title : undefined}>
        <div class="pack-content" {...region}>
          {isNamed && (
            <p class="pack-name">
              <PackWords>{pack.title}</PackWords>
            </p>
          )}
          {children}
        </div>
      </PackNameContext.Provider>
    </ContentLanguageContext.Provider>
  );
}

interface PanelSectionProps {
  readonly title: TextKey;
  /** How many there are; without any there is no section. */
  readonly count: number;
  /** How many are not shown here, but by `onShowAll`. */
  readonly rest?: number;
  readonly onShowAll?: () => void;
  readonly children: ComponentChildren;
}

export function PanelSection({ title, count, rest = 0, onShowAll, children }: PanelSectionProps) {
  const packName = useContext(PackNameContext);
  if (count === 0) return null;
  return (
    <section>
      <div class="section-head">
        <h2>
          {text(title)}
          {packName !== undefined && (
            <>
              {' '}
              <PackWords class="hidden-visually">{packName}</PackWords>
            </>
          )}{' '}
          <span class="total">{formatNumber(count)}</span>
        </h2>
        {rest > 0 && (
          <button type="button" class="show-all" onClick={onShowAll}>
            {countedText('cardShowMore', rest)}
          </button>
        )}
      </div>
      {children}
    </section>
  );
}
