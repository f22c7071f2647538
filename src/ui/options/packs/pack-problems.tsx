import { countedText, type TextKey, text } from '../../../i18n/texts.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import { MoreList } from '../../components/more-list.tsx';
import { useDescribedProblems } from '../backup/use-described-problems.ts';

interface PackProblemsProps {
  readonly fileName: string;
  readonly problems: readonly FileProblem[];
}

/** What readers can do something about themselves; everything else is for whoever made the pack. */
const readersOwn: ReadonlySet<FileProblem['code']> = new Set([
  'otherEncoding',
  'perhapsWindows1252',
  'notUtf8',
  'notJson',
  'jsonCutOff',
  'noPack',
  'exportInsteadOfPack',
  'noRoomForPack',
  'packNotKept',
]);

/** What is amiss in a file, where, and what to do about it. */
export function PackProblems({ fileName, problems }: PackProblemsProps) {
  const described = useDescribedProblems(problems);
  // Drawn at once with all its words: an alert is read out as it comes.
  if (described === undefined) return null;
  return (
    <div class="refused" role="alert">
      <p class="pack-title">
        {countedText('packsRefused', problems.length, { file: fileName })} {text('packsNothingChanged')}
      </p>
      <MoreList
        atFirst={5}
        items={described.map(({ file, path, reason, remedy, isRemedyForReader }, at) => (
          <li key={`${file} ${path} ${reason}`}>
            {path !== '' && <code>{path}</code>}
            <span>{reason}</span>
            <span class="hint">
              {isRemedyForReader ? remedy : text(remedyTextOf(problems[at]), { remedy })}
            </span>
          </li>
        ))}
      />
    </div>
  );
}

function remedyTextOf(problem: FileProblem | undefined): TextKey {
  return problem !== undefined && readersOwn.has(problem.code) ? 'packsRemedy' : 'packsRemedyOfMaker';
}
