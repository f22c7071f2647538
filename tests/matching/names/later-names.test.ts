import path from 'node:path';
import { expect, test } from 'vitest';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findMentions } from '../../../src/matching/names/find-mentions.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../../src/matching/names/names-of-pack.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';

const { pack } = await loadPack(
  path.join(import.meta.dirname, '../../../assets/knowledge/facial-recognition'),
);
if (!pack) throw new Error('The built-in pack cannot be read: npm run knowledge:check says why.');
const index = openNameIndex(compileNames(namesOfPack(pack)));

function entitiesIn(text: string): string[] {
  return findMentions(text, index).map(({ entity }) => entity.slice(entity.indexOf('/') + 1));
}

test.each<[text: string, entities: string[]]>([
  [
    'Agents of ICE and CBP scan faces with Mobile Fortify, a facial recognition app built on NEC software.',
    ['ice', 'cbp', 'mobile-fortify', 'nec'],
  ],
  [
    'The ICE Out of Our Faces Act would bar Immigration and Customs Enforcement from face recognition.',
    ['ice-out-of-our-faces-act', 'ice'],
  ],
  [
    'The High Court upheld the Met Police’s live facial recognition against Shaun Thompson and Big Brother Watch.',
    ['metropolitan-police', 'live-facial-recognition', 'shaun-thompson', 'big-brother-watch'],
  ],
  [
    'Porcha Woodruff, Nijeer Parks and Trevis Williams were arrested on facial recognition matches.',
    ['porcha-woodruff', 'nijeer-parks', 'trevis-williams'],
  ],
  [
    'Ring revived police requests as Community Requests and dropped its link with Flock Safety.',
    ['ring', 'flock-safety'],
  ],
  ['The EU AI Act bans real-time facial recognition by police in public places.', ['eu-ai-act']],
  [
    'The FTC barred Rite Aid from facial recognition for five years.',
    ['ftc', 'rite-aid', 'facial-recognition'],
  ],
  [
    'The FBI’s Project Tyr uses Amazon Rekognition, FedScoop reported.',
    ['fbi', 'project-tyr', 'amazon-rekognition'],
  ],
  [
    'Detroit uses facial recognition. The city settled with Robert Williams; in Georgia Randall Reid was jailed.',
    ['robert-williams', 'randal-reid'],
  ],
  ['Face recognition failed Angela Lipps. Lipps had never been to Fargo.', ['angela-lipps']],
  [
    'Police in New Orleans got live alerts from Project NOLA, a private camera network.',
    ['new-orleans-facial-recognition'],
  ],
  [
    'One-to-one matching unlocks a telephone; one-to-many face recognition looks for a suspect.',
    ['one-to-one-matching', 'one-to-many-search'],
  ],
])('an article of later years is understood: %s', (text, entities) => {
  expect(entitiesIn(text)).toEqual(expect.arrayContaining(entities));
});

test.each([
  'The teacher offered one-to-one lessons, and the database has a one-to-many relation.',
  'A flock of sheep crossed the road, and the ring of the bell woke the familiar faces of the village.',
  'The community requests a new bridge from the council.',
  'The blood test gave a false positive, so the doctor ordered another.',
  'Colorado’s Artificial Intelligence Act takes effect next year.',
  'The mall was closed after the protests, and the account was closed by the bank.',
  'Milwaukee police closed the street after a crash, and New Orleans police found the car.',
  'Milwaukee Police Chief Jeffrey Norman opened the parade, and Project NOLA showed a stolen car.',
  'Robert Williams, Randall Reid and Lipps the butcher met at the fair.',
  'Drivers object to the number plate readers of Flock Safety.',
  'Scientists want the CREATE AI Act; the Colorado AI Act is older than the one of the EU.',
  'The match ended 1:1, the search for a one-to-one tutor did not.',
  'The LFR ratio in metallurgy and the 31st anniversary of the club were on the agenda.',
])('a page about something else is left alone: %s', (text) => {
  expect(entitiesIn(text)).toEqual([]);
});
