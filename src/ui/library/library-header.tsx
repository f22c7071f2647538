import { Search, X } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import icon from '../../../assets/icons/sidelight.svg';
import { text } from '../../i18n/texts.ts';
import { isNarrowed, type LibraryAddress, wholeLibrary, writeAddress } from '../content/library-address.ts';
import type { Navigation } from './navigation/use-navigation.ts';

interface LibraryHeaderProps {
  readonly navigation: Navigation;
  onSettings(): void;
}

/** The head of every page of the library: its name, the search field, a link to the options. */
export function LibraryHeader({ navigation, onSettings }: LibraryHeaderProps) {
  return (
    <header class="bar">
      <a class="brand" href={writeAddress({ kind: 'home' })}>
        <img src={icon} alt="" width="24" height="24" />
        <span>
          {text('toolbarTitle')} <span class="soft">{text('libraryName')}</span>
        </span>
      </a>
      <SearchForm navigation={navigation} />
      <div class="header-links">
        <a
          class="to-stories"
          href={writeAddress({ kind: 'stories' })}
          aria-current={navigation.address.kind === 'stories' ? 'page' : undefined}
        >
          {text('storiesTitle')}
        </a>
        <a
          class="to-check"
          href={writeAddress({ kind: 'check' })}
          aria-current={navigation.address.kind === 'check' ? 'page' : undefined}
        >
          {text('checkTitle')}
        </a>
        <button type="button" class="to-options" onClick={onSettings}>
          {text('toolbarSettings')}
        </button>
      </div>
    </header>
  );
}

function SearchForm({ navigation: { address, goTo } }: Pick<LibraryHeaderProps, 'navigation'>) {
  const field = useRef<HTMLInputElement>(null);
  const query = address.kind === 'search' ? address.query : '';
  // Uncontrolled: a late render must not overwrite what the reader is typing.
  useLayoutEffect(() => {
    if (field.current !== null && field.current.value !== query) field.current.value = query;
  }, [query]);
  useSearchKey(field);

  function search(typed: string): void {
    const isSearching = address.kind === 'search';
    const next = isSearching ? { ...address, query: typed } : { ...wholeLibrary, query: typed };
    goTo(typed.trim() === '' && !isNarrowed(next) ? home : next, { isReplacing: isSearching });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: only a form makes a phone's Enter key say "search"
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        document.querySelector<HTMLElement>('h1')?.focus();
      }}
    >
      <Search aria-hidden="true" />
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={text('librarySearchLabel')}
        placeholder={text('librarySearchPlaceholder')}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="search"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onInput={(event) => search(event.currentTarget.value)}
      />
      {query === '' ? (
        <kbd>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      ) : (
        <button
          type="button"
          class="icon"
          aria-label={text('librarySearchClear')}
          title={text('librarySearchClear')}
          onClick={() => {
            search('');
            field.current?.focus();
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </form>
  );
}

const home: LibraryAddress = { kind: 'home' };

const isApple = /^(Mac|iP)/.test(navigator.platform);

/**
 * Ctrl or Cmd and K focus the search, as on many sites. Not `/` alone: speech input may press a key without Ctrl by
 * accident, and there is no setting to switch it off (WCAG 2.1.4).
 */
function useSearchKey(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const isHeld = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (!isHeld || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      // Otherwise the browser opens its own search.
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [field]);
}
