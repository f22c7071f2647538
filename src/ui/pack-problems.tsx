import type { PackProblem } from '../knowledge/pack-problem.ts';
import { MoreList } from './more-list.tsx';
import { countedText, text } from './texts.ts';

interface PackProblemsProps {
  readonly fileName: string;
  readonly problems: readonly PackProblem[];
}

/** What is amiss in a file, where, and what to do about it. */
export function PackProblems({ fileName, problems }: PackProblemsProps) {
  return (
    <div class="refused" role="alert">
      <p class="pack-title">
        {countedText('packsRefused', problems.length, { file: fileName })} {text('packsNothingChanged')}
      </p>
      <MoreList
        atFirst={5}
        items={problems.map(({ file, path, reason, remedy }) => (
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
