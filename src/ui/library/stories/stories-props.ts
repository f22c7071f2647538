import type { Navigation } from '../navigation/use-navigation.ts';
import type { LibraryService } from '../worker/library-service.ts';
import type { KeptOutcome } from './use-kept-outcome.ts';

/** What each page of what the reader keeps needs. */
export interface StoriesProps {
  readonly navigation: Navigation;
  readonly service: LibraryService;
  readonly kept: KeptOutcome;
  /** Changes with what is kept; what is shown is then read again. */
  readonly edition: string;
  onRetry(): void;
}
