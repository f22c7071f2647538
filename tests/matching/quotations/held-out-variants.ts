/**
 * Printings of the pack's statements, written by hand in the manner of outlets before any tuning, and never tuned on.
 * `kind` follows from the definitions; null is a lookalike that must not match.
 */
import type { QuoteMatchKind } from '../../../src/matching/quotations/quote-match.ts';

export interface WrittenVariant {
  readonly text: string;
  readonly statement: string | null;
  /** Any of these is right; an empty list if nothing may match. */
  readonly kinds: readonly QuoteMatchKind[];
  readonly speakerDiffers?: boolean;
}

const amazon = 'amazon-moratorium-post';
const ozer = 'ozer-amazon-moratorium';
const buolamwini = 'buolamwini-lawmakers';
const garvie = 'garvie-symbolic-step';
const castro = 'castro-national-rules';
const diaz = 'diaz-local-communities';
const ibm = 'ibm-letter-to-congress';

export const heldOutVariants: readonly WrittenVariant[] = [
  {
    statement: amazon,
    kinds: ['verbatim'],
    text: 'In a blog post, the company wrote: ‘We hope this one-year moratorium might give Congress enough time to implement appropriate rules, and we stand ready to help if requested.’',
  },
  {
    statement: amazon,
    kinds: ['verbatim'],
    text: '"We hope this one-year moratorium might give Congress enough time to implement appropriate rules," Amazon wrote, "and we stand ready to help if requested."',
  },
  {
    statement: amazon,
    kinds: ['trimmed'],
    text: 'Amazon said the pause “might give Congress enough time to implement appropriate rules.”',
  },
  {
    statement: amazon,
    kinds: ['trimmed'],
    text: 'The firm has long “advocated that governments should put in place stronger regulations to govern the ethical use of facial recognition technology,” it said.',
  },
  {
    statement: amazon,
    kinds: ['trimmed'],
    text: '“We’ve advocated that governments should put in place stronger regulations … and in recent days, Congress appears ready to take on this challenge,” Amazon said.',
  },
  {
    statement: amazon,
    kinds: ['similar'],
    text: '“We have argued that governments should put in place tougher regulations to govern the ethical use of facial recognition technology, and in recent days Congress seems ready to take on this challenge,” the company said.',
  },
  {
    statement: amazon,
    kinds: ['similar'],
    text: 'Amazon said it hoped the one-year moratorium might give Congress enough time to implement appropriate rules, and that it stood ready to help if requested.',
  },
  {
    statement: amazon,
    kinds: ['altered'],
    text: '“We hope this two-year moratorium might give Congress enough time to implement appropriate rules, and we stand ready to help if requested,” Amazon said.',
  },
  {
    statement: amazon,
    kinds: ['altered'],
    text: '“We hope this one-year moratorium might give the Senate enough time to implement appropriate rules, and we stand ready to help if requested,” Amazon said.',
  },
  {
    statement: amazon,
    kinds: ['altered'],
    text: '“We’ve never advocated that governments should put in place stronger regulations to govern the ethical use of facial recognition technology,” Amazon said.',
  },
  {
    statement: amazon,
    kinds: ['verbatim'],
    speakerDiffers: true,
    text: '“We’ve advocated that governments should put in place stronger regulations to govern the ethical use of facial recognition technology, and in recent days, Congress appears ready to take on this challenge,” Google said in a statement.',
  },
  {
    statement: ozer,
    kinds: ['verbatim'],
    text: '“This surveillance technology’s threat to our civil rights and civil liberties will not disappear in a year,” Ozer said.',
  },
  {
    statement: ozer,
    kinds: ['altered'],
    text: '“This surveillance technology’s threat to our civil rights and civil liberties will disappear in a year,” Ozer said.',
  },
  {
    statement: ozer,
    kinds: ['altered'],
    text: 'It took five years for Amazon to get to this point, but we’re glad the company is finally recognizing the dangers face recognition poses to Black and Brown communities and civil rights more broadly.',
  },
  {
    statement: ozer,
    kinds: ['similar'],
    text: 'Ozer said it had taken two years for Amazon to get to this point, but that the group was glad the company was finally recognising the dangers face recognition posed to Black and Brown communities.',
  },
  {
    statement: ozer,
    kinds: ['trimmed', 'verbatim'],
    text: '“It took two years for Amazon to get to this point, but we’re glad the company is finally recognizing the dangers face recognition poses to Black and Brown communities and civil rights more broadly. We urge Microsoft and other companies to join IBM, Google, and Amazon in moving towards the right side of history,” Ozer said.',
  },
  {
    statement: ozer,
    kinds: ['altered'],
    text: '“We urge Apple and other companies to join IBM, Google, and Amazon in moving towards the right side of history,” Ozer said.',
  },
  {
    statement: ozer,
    kinds: ['verbatim'],
    speakerDiffers: true,
    text: '“We urge Microsoft and other companies to join IBM, Google, and Amazon in moving towards the right side of history,” said Evan Greer of Fight for the Future.',
  },
  {
    statement: ozer,
    kinds: ['trimmed'],
    text: 'She called on the company to “stop selling surveillance systems like Ring that fuel the over-policing of communities of color.”',
  },
  {
    statement: buolamwini,
    kinds: ['similar'],
    text: '“We can’t rely on self-regulation or hope firms will choose to rein in harmful deployments of the technologies they develop,” Buolamwini wrote.',
  },
  {
    statement: buolamwini,
    kinds: ['verbatim'],
    text: 'Buolamwini was blunter: «Microsoft also needs to take a stand.»',
  },
  {
    statement: buolamwini,
    kinds: ['similar'],
    text: 'Buolamwini told reporters that one cannot rely on self-regulation or hope that companies will choose to rein in harmful deployments of the technologies they develop.',
  },
  {
    statement: garvie,
    kinds: ['verbatim'],
    text: '“Amazon’s decision is an important symbolic step,” Garvie said, “but this doesn’t really change the face recognition landscape in the United States since it’s not a major player.”',
  },
  {
    statement: garvie,
    kinds: ['similar'],
    text: '“Amazon’s move is an important symbolic step, but it does not really change the face recognition landscape in the United States since it’s not a big player,” Garvie said.',
  },
  {
    statement: garvie,
    kinds: ['altered'],
    text: '“IBM’s decision is an important symbolic step, but this doesn’t really change the face recognition landscape in the United States since it’s not a major player,” said Clare Garvie.',
  },
  {
    statement: castro,
    kinds: ['trimmed'],
    text: 'Castro warned of “slowing down investigations and making communities less safe.”',
  },
  {
    statement: castro,
    kinds: ['altered'],
    text: '“It is becoming clear that the absence of consistent national rules will not delay getting this valuable technology into the hands of law enforcement, slowing down investigations and making communities less safe,” Castro said.',
  },
  {
    statement: diaz,
    kinds: ['trimmed', 'verbatim'],
    text: 'Local communities “should also be empowered to voice their concerns and decide if and how they want this technology deployed at all,” Díaz said.',
  },
  {
    statement: diaz,
    kinds: ['similar'],
    text: '“We agree that Congress has to act, but local communities should also be empowered to voice their worries and decide whether and how they want this technology deployed,” Diaz said.',
  },
  {
    statement: ibm,
    kinds: ['trimmed'],
    text: 'IBM “firmly opposes and will not condone uses of any technology, including facial recognition technology offered by other vendors, for mass surveillance, racial profiling, violations of basic human rights and freedoms,” Krishna wrote.',
  },
  {
    statement: ibm,
    kinds: ['verbatim'],
    text: 'We believe now is the time to begin a national dialogue on whether and how facial recognition technology should be employed by domestic law enforcement agencies.',
  },
  {
    statement: ibm,
    kinds: ['similar'],
    text: 'Krishna wrote that IBM believes now is the time to start a national dialogue on whether and how facial recognition technology should be used by domestic law enforcement agencies.',
  },
  {
    statement: null,
    kinds: [],
    text: 'Amazon announced a one-year moratorium on police use of its facial recognition technology on Wednesday.',
  },
  {
    statement: null,
    kinds: [],
    text: 'The mayor said: “We hope this new budget might give schools enough time to hire teachers, and we stand ready to help.”',
  },
  {
    statement: null,
    kinds: [],
    text: 'Team Alpha reported 12 percent fewer matches. Team Beta reported 12 percent fewer matches.',
  },
  {
    statement: null,
    kinds: [],
    text: 'Congress must enact a moratorium on law enforcement use of face recognition until its dangers are understood.',
  },
  {
    statement: null,
    kinds: [],
    text: '“Our company also needs to take a break,” the chief executive joked.',
  },
  {
    statement: null,
    kinds: [],
    text: 'Critics said that governments should put in place regulations for facial recognition technology.',
  },
  {
    statement: null,
    kinds: [],
    text: 'The lawmakers need to step up their oversight of police use of facial recognition, Microsoft said.',
  },
  {
    statement: null,
    kinds: [],
    text: 'The retailer complied with local law and with federal rules on data, a spokesperson said.',
  },
  {
    statement: null,
    kinds: [],
    text: '“It took ten years for the city to get to this point, but we are glad the bridge is finally open,” said Ann Lee.',
  },
  {
    statement: null,
    kinds: [],
    text: 'He called the announcement “nothing more than a stunt” for the shareholders.',
  },
];
