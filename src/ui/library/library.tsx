import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { text } from '../../i18n/texts.ts';
import type { SettingsChange } from '../../settings/change-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { markInteractive } from '../components/mark-interactive.ts';
import { preserveFocus } from '../components/preserve-focus.ts';
import { useSurfaceLanguage } from '../components/use-surface-language.ts';
import { useTheme } from '../components/use-theme.ts';
import type { LibraryAddress, SearchAddress, StoriesAddress } from '../content/library-address.ts';
import { CheckPage } from './check/check-page.tsx';
import type { FileServices } from './files/open-file.tsx';
import { LibraryHeader } from './library-header.tsx';
import { LibraryHome } from './library-home.tsx';
import { FailureNotice } from './navigation/notice.tsx';
import { takeLatest } from './navigation/take-latest.ts';
import { type Navigation, useNavigation } from './navigation/use-navigation.ts';
import { useQuery } from './navigation/use-query.ts';
import { ItemPage } from './pages/item-page.tsx';
import { type Marking, MarkingContext } from './pages/marking.ts';
import { SearchView } from './search/search-view.tsx';
import { Stories } from './stories/stories.tsx';
import { type KeptServices, useKeptOutcome } from './stories/use-kept-outcome.ts';
import type { LibraryOverview } from './worker/describe-packs.ts';
import type { LibraryService } from './worker/library-service.ts';

/** What the library needs from outside `ui`; the entry point passes it in. */
export interface LibraryServices {
  readonly service: LibraryService;
  /** Each enabled pack as JSON. Rejects if the background cannot be reached. */
  readPacks(): Promise<readonly string[]>;
  /** Calls back whenever `readPacks` would return something else. */
  watchPacks(onChange: () => void): void;
  /** Calls back with the reader's settings, now and after each change. */
  watchSettings(onChange: (settings: Settings) => void): void;
  /** Resolves to the settings now in effect; rejects if the change could not be stored. */
  changeSettings(change: SettingsChange): Promise<Settings>;
  openSettings(): Promise<void>;
  readonly kept: KeptServices;
  /** Opens files as sources. */
  readonly files: FileServices;
}

/**
 * Renders the library into `place`, at the page of the current address.
 * @param firstOverview if the library service has been given packs already
 */
export function showLibrary(
  place: HTMLElement,
  services: LibraryServices,
  firstOverview: Promise<LibraryOverview> = services.readPacks().then(services.service.replacePacks),
): void {
  // The component that takes it handles the error, but may not be mounted yet.
  firstOverview.catch(() => undefined);
  preserveFocus(place);
  render(<Library services={services} firstOverview={firstOverview} />, place);
}

interface LibraryProps {
  readonly services: LibraryServices;
  readonly firstOverview: Promise<LibraryOverview>;
}

function Library({ services, firstOverview }: LibraryProps) {
  const [settings, setSettings] = useState<Settings>();
  const navigation = useNavigation();
  const { service } = services;
  const { answer, readAgain } = useOverview(services, firstOverview);
  const [problem, setProblem] = useState('');
  const openSettings = () =>
    void services.openSettings().then(
      () => setProblem(''),
      (error: unknown) => setProblem(describeFailure(error)),
    );
  const [lastSearch, setLastSearch] = useState<SearchAddress>();
  const { address } = navigation;
  const kept = useKeptOutcome(services.kept);
  // What the reader keeps is in no pack, and does not wait for them.
  const isOfStories = address.kind === 'stories' || address.kind === 'story' || address.kind === 'kept';
  useTheme(settings?.theme ?? 'auto');
  useSurfaceLanguage(settings?.language ?? 'auto');
  useEffect(() => services.watchSettings(setSettings), [services]);
  useEffect(() => {
    if (address.kind === 'search') setLastSearch(address);
    if (address.kind === 'home') setLastSearch(undefined);
  }, [address]);
  const isLoaded = answer.state === 'answered';
  const overview = answer.state === 'answered' ? answer.reply.overview : undefined;
  const marking = useMarking(settings, overview, services, setSettings);
  useEffect(() => {
    if (isLoaded || isOfStories) markInteractive();
  }, [isLoaded, isOfStories]);

  return (
    <>
      <LibraryHeader navigation={navigation} onSettings={openSettings} />
      <main>
        {problem !== '' && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {isOfStories && (
          <Stories
            address={address}
            navigation={navigation}
            service={service}
            kept={kept}
            files={services.files}
            edition={`${answer.state === 'answered' ? answer.reply.edition : 0} ${kept.changeCount}`}
            onRetry={readAgain}
          />
        )}
        {!isOfStories && answer.state === 'waiting' && <p class="loading">{text('libraryLoading')}</p>}
        {!isOfStories && answer.state === 'failed' && (
          <FailureNotice reason={answer.reason} onRetry={readAgain} />
        )}
        {!isOfStories && answer.state === 'answered' && (
          <MarkingContext.Provider value={marking}>
            <Page
              navigation={navigation}
              address={address}
              service={service}
              files={services.files}
              keptChanges={kept.changeCount}
              {...answer.reply}
              lastSearch={lastSearch}
              onRetry={readAgain}
            />
          </MarkingContext.Provider>
        )}
      </main>
    </>
  );
}

/** Undefined until the settings are known. */
function useMarking(
  settings: Settings | undefined,
  overview: LibraryOverview | undefined,
  services: LibraryServices,
  onSettings: (settings: Settings) => void,
) {
  return useMemo(
    (): Marking | undefined =>
      settings && {
        settings,
        isOnByDefault: (topic) => overview?.topics.find(({ ref }) => ref === topic)?.isMain ?? false,
        change: async (wanted) => onSettings(await services.changeSettings(wanted)),
      },
    [settings, overview, services, onSettings],
  );
}

/** The overview of the packs, read again after each change. */
function useOverview(services: LibraryServices, firstOverview: Promise<LibraryOverview>) {
  const { service } = services;
  const [readings, setReadings] = useState(0);
  const readAgain = useCallback(() => setReadings((count) => count + 1), []);
  // One after the other: the library service must end with the packs that were read last.
  const replacePacks = useMemo(
    () =>
      takeLatest(async (reading: number) =>
        reading === 0 ? firstOverview : service.replacePacks(await services.readPacks()),
      ),
    [service, services, firstOverview],
  );
  const { answer } = useQuery(`${readings}`, async () => ({
    overview: await replacePacks(readings),
    edition: readings,
  }));
  useEffect(() => services.watchPacks(readAgain), [services, readAgain]);
  return { answer, readAgain };
}

interface PageProps {
  readonly navigation: Navigation;
  readonly address: Exclude<LibraryAddress, StoriesAddress>;
  readonly service: LibraryService;
  readonly files: FileServices;
  readonly overview: LibraryOverview;
  /** Increases whenever the packs were replaced: queries are then repeated. */
  readonly edition: number;
  /** Increases whenever something was kept, changed or removed. */
  readonly keptChanges: number;
  readonly lastSearch: SearchAddress | undefined;
  onRetry(): void;
}

function Page(props: PageProps) {
  const { navigation, address, service, files, overview, edition, keptChanges, lastSearch, onRetry } = props;
  const search = useMemo(() => takeLatest(service.search), [service]);
  const check = useMemo(() => takeLatest(service.check), [service]);
  const draft = useRef('');
  if (address.kind === 'home') return <LibraryHome navigation={navigation} overview={overview} />;
  if (address.kind === 'check') {
    return (
      <CheckPage
        navigation={navigation}
        draft={draft}
        edition={`${edition} ${keptChanges}`}
        check={check}
        files={files}
      />
    );
  }
  if (address.kind === 'search') {
    return (
      <SearchView
        navigation={navigation}
        address={address}
        overview={overview}
        edition={edition}
        search={search}
        onRetry={onRetry}
      />
    );
  }
  return (
    <ItemPage
      navigation={navigation}
      address={address}
      edition={edition}
      open={service.open}
      lastSearch={lastSearch}
      onRetry={onRetry}
    />
  );
}
