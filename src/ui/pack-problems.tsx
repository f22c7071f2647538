import type { FileProblem } from '../settings/export-problem.ts';
import { MoreList } from './more-list.tsx';
import { countedText, text } from './texts.ts';
import { useToldProblems } from './use-told-problems.ts';

interface PackProblemsProps {
  readonly fileName: string;
  readonly problems: readonly FileProblem[];
}

/** What is amiss in a file, where, and what to do about it. */
export function PackProblems({ fileName, problems }: PackProblemsProps) {
  const told = useToldProblems(problems);
  // Drawn at once with all its words: an alert is read out as it comes.
  if (told === undefined) return null;
  return (
    <div class="refused" role="alert">
      <p class="pack-title">
        {countedText('packsRefused', problems.length, { file: fileName })} {text('packsNothingChanged')}
      </p>
      <MoreList
        atFirst={5}
        items={told.map(({ file, path, reason, remedy }) => (
          <li key={`${file} ${path} ${reason}`}>
            {path !== '' && <code>{path}</code>}
            <span>{reason}</span>
            <span class="hint">{text('packsRemedy', { remedy })}</span>
          </li>
        ))}
      />
    </div>
  );
}
