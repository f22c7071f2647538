import type { Fault, ProblemPlace } from './problem.ts';

const form = ['field', 'received'] as const;
const limited = ['count', 'most'] as const;
const badByte = ['line', 'column', 'byte'] as const;
const named = ['name'] as const;
const weaklyRuled = ['name', 'word'] as const;

/** Texts that do not have the form of their field; the schema has these codes in place of the library's messages. */
export const wrongForms = {
  wrongId: form,
  wrongAddress: form,
  wrongDate: form,
  wrongDay: form,
  noSuchDay: form,
  wrongMonth: form,
  wrongYear: form,
  wrongVersion: form,
  wrongLanguage: form,
  wrongColour: form,
  wrongSha256: form,
  wrongWikidata: form,
} as const;

export type WrongForm = keyof typeof wrongForms;

/** Every problem of a pack. */
export const packProblems = {
  // The file
  otherEncoding: ['encoding'],
  perhapsWindows1252: badByte,
  notUtf8: badByte,
  fileTooLong: limited,
  fileTooLarge: ['megabytes', 'most'],
  tooDeep: ['at', 'most'],
  tooManyValues: ['at', 'most'],
  notJson: ['line', 'column', 'found'],
  jsonCutOff: [],
  repeatedKey: ['field', 'line'],
  noPack: [],
  exportInsteadOfPack: [],
  missingFile: ['name'],
  unknownFile: [],
  moreProblems: limited,

  // Its values
  textTooLong: limited,
  listTooLong: limited,
  prototypePollutionKey: ['field'],
  unsafeCharacter: ['character'],
  lostLetter: ['text'],

  // The schema
  unknownField: ['field'],
  missingField: ['field'],
  notAllowed: ['field', 'received', 'allowed'],
  tooManyEntries: ['field', 'count', 'most'],
  tooManyCharacters: ['field', 'count', 'most'],
  empty: ['field'],
  noText: form,
  noNumber: form,
  notBoolean: form,
  noList: form,
  noObject: form,
  notWhole: form,
  tooSmall: ['field', 'received', 'least'],
  tooLarge: ['field', 'received', 'most'],
  wrongValue: form,
  ...wrongForms,

  // The pack as a whole
  repeatedId: ['id', 'list'],
  unknownId: ['id', 'list'],
  editionCycle: ['id'],
  tooManyNames: limited,
  tooManyTopics: limited,
  idOfKeptStory: ['id'],

  // Names
  nameWithoutLetter: named,
  nameTooShort: named,
  nameTooCommon: named,
  nameIsForeignWord: named,
  nameIsNumber: named,
  nameIsFrequent: named,
  nameIsCommonWords: named,
  nameIsAlsoWord: named,
  nameIsNumberWithWeakRule: weaklyRuled,
  nameIsFrequentWithWeakRule: weaklyRuled,
  nameIsCommonWordsWithWeakRule: weaklyRuled,
  nameIsAlsoWordWithWeakRule: weaklyRuled,
  namesTooBroad: ['share', 'most', 'examples'],

  // The import
  idOfBuiltIn: ['id', 'title'],
  noRoomForPack: [],
  packNotKept: ['detail'],
} as const;

export type PackProblemCode = keyof typeof packProblems;
/** A pack's problem, without its place. */
export type PackFault = Fault<typeof packProblems>;
export type PackProblem = ProblemPlace & PackFault;
