import { countedText, type TextKey, text } from '../../../i18n/texts.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import { MoreList } from '../../components/more-list.tsx';
import { useDescribedProblems } from '../backup/use-described-problems.ts';

interface PackProblemsProps {
  readonly fileName: string;
  readonly problems: readonly FileProblem[];
}

/** Problems that readers can solve themselves; all others are for the author of the pack. */
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

/** A file's problems: where, why, what to do. */
export function PackProblems({ fileName, problems }: PackProblemsProps) {
  const described = useDescribedProblems(problems);
  // Rendered at once with all its text: an alert is read out as it appears.
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
