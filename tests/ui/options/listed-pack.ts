/** A pack as the options list it, and its entities: more than they show at first. */
export const pack = {
  id: 'test',
  title: 'Test pack',
  knownTo: '2024-06-28',
  topics: [
    { ref: 'test/laws', title: 'Laws', color: '#2457a6', onByDefault: true, entityCount: 25 },
    { ref: 'test/press', title: 'News outlets', color: '#a62424', onByDefault: false, entityCount: 1 },
  ],
};
export const entities = [
  { ref: 'test/a', title: 'Act on Études', topic: 'test/laws', names: ['AOE', 'Studies Act'] },
  { ref: 'test/b', title: 'The Paper', topic: 'test/press', names: ['The Paper'] },
  ...Array.from({ length: 30 }, (_, number) => ({
    ref: `test/bill-${number}`,
    title: `Bill ${number}`,
    topic: 'test/laws',
    names: [`HB ${number}`],
  })),
];
