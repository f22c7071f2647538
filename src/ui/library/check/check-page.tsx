import { ClipboardCopy } from 'lucide-preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { countedText, formatNumber, text } from '../../../i18n/texts.ts';
import { type CheckedText, maxCheckedLength } from '../../../view-models/stories/checked-text.ts';
import { checkedTextToMarkdown } from '../../../view-models/stories/checked-text-markdown.ts';
import { copyText } from '../../components/copy-text.ts';
import { MoreList } from '../../components/more-list.tsx';
import { type FileServices, OpenFile } from '../files/open-file.tsx';
import type { Navigation } from '../navigation/use-navigation.ts';
import type { LibraryService } from '../worker/library-service.ts';
import { CheckedQuotationView } from './checked-quotation-view.tsx';
import { describeOutcome } from './describe-outcome.ts';

interface CheckPageProps {
  readonly navigation: Navigation;
  /** What was typed here before the reader followed a link; held in memory only. */
  readonly draft: { current: string };
  /** Changes with the packs and with what is kept; the text is then checked again. */
  readonly edition: string;
  check: LibraryService['check'];
  readonly files: FileServices;
}

/** While somebody types, the text is checked once they pause for so long. */
const pauseMs = 250;
/** More are shown on demand. */
const atFirst = 30;

/** A text of the reader's: each quotation in it, and who prints it how. */
export function CheckPage({ navigation, draft, edition, check, files }: CheckPageProps) {
  const title = text('checkTitle');
  const pageTitle = text('libraryPageTitle', { title });
  useLayoutEffect(() => navigation.arrive(pageTitle), [navigation, pageTitle]);
  const [typed, setTyped] = useState(draft.current);
  const { checked, problem, isWaiting } = useCheckedText(typed, edition, check);
  return (
    <div class="check">
      <h1 tabIndex={-1}>{title}</h1>
      <p class="opening">{text('checkIntro')}</p>
      <label class="check-text">
        <span>{text('checkLabel')}</span>
        <textarea
          rows={8}
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          // A text that somebody pastes replaces none that is being typed: uncontrolled, as the search field is.
          defaultValue={draft.current}
          onInput={({ currentTarget: { value } }) => {
            draft.current = value;
            setTyped(value);
          }}
        />
      </label>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="check-status" role="status">
        {isWaiting ? text('checkWaiting') : checked && summarise(checked)}
      </p>
      {checked && <Result checked={checked} />}
      <OpenFile files={files} />
    </div>
  );
}

function useCheckedText(typed: string, edition: string, check: LibraryService['check']) {
  const [checked, setChecked] = useState<CheckedText>();
  const [problem, setProblem] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `edition` stands for the packs in which `check` looks.
  useEffect(() => {
    let isWanted = true;
    const publish = (result: CheckedText | undefined, reason = '') => {
      if (!isWanted) return;
      setChecked(result);
      setProblem(reason);
      setIsWaiting(false);
    };
    if (typed.trim() === '') {
      publish(undefined);
      return;
    }
    setIsWaiting(true);
    const pause = setTimeout(
      () => check(typed).then(publish, (error: unknown) => publish(undefined, describeFailure(error))),
      pauseMs,
    );
    return () => {
      isWanted = false;
      clearTimeout(pause);
    };
  }, [typed, edition, check]);
  return { checked, problem, isWaiting };
}

function summarise({ quotations, sourceCount }: CheckedText): string {
  if (quotations.length === 0) return text('checkNone');
  return text('checkLookedUp', {
    quotations: countedText('checkQuotations', quotations.length),
    sources: countedText('librarySources', sourceCount),
  });
}

function Result({ checked }: { checked: CheckedText }) {
  const { isCut, quotations, sourceCount } = checked;
  // Drawn once for each answer, and not at each letter that is typed meanwhile.
  const items = useMemo(
    () =>
      quotations.map((quotation, at) => (
        <CheckedQuotationView
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may print the same words twice
          key={at}
          quotation={quotation}
          sourceCount={sourceCount}
        />
      )),
    [quotations, sourceCount],
  );
  return (
    <>
      {isCut && <p class="caution">{text('checkTooLong', { count: formatNumber(maxCheckedLength) })}</p>}
      {quotations.length > 0 && <CopyButton checked={checked} />}
      <MoreList items={items} atFirst={atFirst} class="checked-quotations" />
    </>
  );
}

function CopyButton({ checked }: { checked: CheckedText }) {
  const [outcome, setOutcome] = useState('');
  const latest = useRef(checked);
  useEffect(() => {
    if (latest.current !== checked) setOutcome('');
    latest.current = checked;
  }, [checked]);
  const copy = async () => {
    const isCopied = await copyText(
      checkedTextToMarkdown(checked, {
        title: text('checkTitle'),
        summary: summarise(checked),
        outcome: (quotation) => describeOutcome(quotation, checked.sourceCount),
        unknown: text('checkUnknown'),
        kept: text('checkKept'),
        alteredCopy: text('panelAlteredCopy'),
      }),
    );
    setOutcome(text(isCopied ? 'panelCopied' : 'panelCopyFailed'));
  };
  return (
    <p class="check-tools">
      <button type="button" onClick={() => void copy()}>
        <ClipboardCopy aria-hidden="true" /> {text('panelCopy')}
      </button>{' '}
      <span role="status">{outcome}</span>
    </p>
  );
}
