import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { checkFactTexts, checkSourceAges } from './check-facts.ts';
import { checkLeads } from './check-leads.ts';
import { checkOutcomes } from './check-outcomes.ts';
import { checkPercentagePoints } from './check-own-words.ts';
import {
  checkAlteredCopies,
  checkOverlappingClaims,
  checkThinEvidence,
  checkTwoStances,
} from './check-positions.ts';
import { checkVoices } from './check-voices.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** What is asked of the pack that comes with the extension, and of no other: how it is edited, not whether it can be read. */
export const builtInChecks: Readonly<Record<string, (checked: PackToCheck) => DescribedProblem[]>> = {
  leads: checkLeads,
  'thin evidence': checkThinEvidence,
  'two stances': checkTwoStances,
  'overlapping claims': checkOverlappingClaims,
  'altered copies': checkAlteredCopies,
  voices: checkVoices,
  'percentage points': checkPercentagePoints,
  outcomes: checkOutcomes,
  'fact texts': checkFactTexts,
  'source ages': checkSourceAges,
};
