/**
 * Words with which news attributes a statement, in the forms that attributions use; "according" is one of
 * them.
 */
export const speechVerbs: ReadonlySet<string> = new Set(
  (
    'say said says tell told tells write wrote writes tweet tweeted add added adds argue argued argues state stated states ' +
    'announce announced call called calls note noted notes declare declared explain explained explains warn warned ' +
    'remark remarked testify testified insist insisted respond responded according claim claimed claims comment commented ' +
    'reply replied quip quipped stress stressed emphasize emphasized observe observed continue continued'
  ).split(' '),
);
