import { stemOf } from './word-classes.ts';

/**
 * What a word expresses and another of its kind may not replace: "days" for "weeks", "more" for "less". Words
 * of one kind and value mean the same here ("rise" and "grow").
 */
export interface Substance {
  readonly kind: string;
  readonly value: string;
}

/**
 * By kind, the words of each value; all folded, in English, German, Spanish and French. A word covers its
 * other forms, as `stemOf` joins them; forms that it does not join are listed, too. Words with another
 * meaning in one of the languages are left out: "bis", "son", "pie".
 */
const wordsByKind: Readonly<Record<string, readonly string[]>> = {
  unit: [
    'seconds sekunde sekunden segundo segundos seconde secondes',
    'minute minuten minuto minutos',
    'hour hourly stunde stunden hora horas heure heures',
    'day daily tag tage tagen taglich dia dias diario jour jours journee journees quotidien',
    'night nightly nacht nachte nachten noche noches nuit nuits',
    'week weekly woche wochen wochentlich semana semanas semanal semaine semaines hebdomadaire',
    'month monthly monat monate monaten monatlich mes meses mensual mois mensuel',
    'quarter quarterly quartal quartale trimestre trimestres',
    'year yearly annual annually jahr jahre jahren jahrlich ano anos anual ans annee annees annuel annuelle',
    'decade jahrzehnt jahrzehnte jahrzehnten decada decadas decennie decennies',
    'century centuries jahrhundert jahrhunderte siglo siglos siecle siecles',
    'percent percentage prozent',
    'point prozentpunkt prozentpunkte prozentpunkten punto puntos',
    'inch inches zoll',
    'foot feet',
    'yard yards',
    'mile meile meilen milla millas',
    'kilometer kilometre kilometern kilometro kilometros km',
    'meter metre metern metro metros',
    'centimeter centimetre centimetern cm',
    'ounce ounces unze unzen onza onzas onces',
    'kilogram kilogramme kilo kilogramm kg',
    'gram gramme gramm gramo gramos',
    'ton tonne tonnen tonelada toneladas',
    'gallon galon galones',
    'liter litre litern litro litros',
    'acre',
    'hectare hektar hectarea hectareas',
  ],
  currency: [
    '$ dollar usd dolar dolares',
    '€ euro eur',
    '£ pound pfund gbp libra libras livre livres',
    '¥ yen jpy',
    'yuan renminbi rmb cny',
    '₹ rupee rupie rupien rupia rupias roupie roupies inr',
    '₽ ruble rouble rubel rublo rublos rub',
    '₩ krw',
    '₿ bitcoin',
    'cent cents centavo centavos centime centimes',
    'franc franken chf',
    'krone krona kronor kroner kronen',
    'peso pesos',
    'shekel shekels ₪',
  ],
  day: ['today tonight heute hoy aujourd', 'tomorrow morgen manana demain', 'yesterday gestern ayer hier'],
  weekday: [
    'monday montag lunes lundi',
    'tuesday dienstag martes mardi',
    'wednesday mittwoch miercoles mercredi',
    'thursday donnerstag jueves jeudi',
    'friday freitag viernes vendredi',
    'saturday samstag sonnabend sabado samedi',
    'sunday sonntag domingo dimanche',
  ],
  month: [
    'january januar enero janvier',
    'february februar febrero fevrier',
    'april abril avril',
    'june juni junio juin',
    'july juli julio juillet',
    'august agosto aout',
    'september septiembre septembre',
    'october oktober octubre octobre',
    'november noviembre novembre',
    'december dezember diciembre decembre',
  ],
  // Directions.
  amount: [
    'up upward upwards more most rise rose risen raise increase grow grew grown growth gain climb surge soar jump boost expand exceed ' +
      'higher highest high above over greater greatest larger largest bigger biggest longer ' +
      'mehr steigen steigt stieg stiegen gestiegen erhohen erhoht wachsen wuchs gewachsen zunehmen zunahme hoher ' +
      'mas subir sube subio aumentar aumento aumentado crecer crecio ' +
      'plus augmenter augmentation augmente hausse monter croitre superieur',
    'down downward downwards less least fewer fewest fall fell fallen decrease decline drop shrink shrank shrunk dip plunge plummet ' +
      'slump reduce reduction diminish cut lower lowest low below under smaller smallest lesser shorter ' +
      'weniger sinken sinkt sank gesunken fallt fiel fielen gefallen senken gesenkt schrumpfen abnehmen abnahme niedriger unter ' +
      'menos bajar baja bajo disminuir disminuyo reducir redujo caer cayo ' +
      'moins diminuer diminution diminue baisse baisser reduire reduit chuter inferieur',
  ],
  time: [
    'before prior earlier previously vor vorher bevor antes avant',
    'after afterwards following later subsequently nach nachher nachdem despues apres',
  ],
  turn: [
    'last past previous letzte letzten letzter pasado pasada dernier derniere',
    'next coming upcoming nachste nachsten nachster proximo proxima prochain prochaine',
  ],
  course: [
    'begin began begun start open opened launch beginnen beginnt begann begonnen empezar comenzar commencer',
    'end ended ending stop stopped finish close closed quit cease beenden beendet endet terminar acabar terminer finir',
  ],
  speed: ['fast faster fastest quick quickly rapid rapidly', 'slow slower slowest slowly'],
  leave: [
    'allow permit let legalize legalise erlauben erlaubt permitir permettre permet autoriser',
    'ban prohibit forbid forbade forbidden bar outlaw block prevent verbieten verbietet verboten prohibir interdire interdit',
  ],
  stand: [
    'support favor favour back endorse unterstutzen unterstutzt apoyar apoya soutenir soutient',
    'oppose opposed opposing ablehnen oponer oponerse',
  ],
  answer: [
    'accept approve agree akzeptieren aceptar accepter',
    'reject disapprove disagree decline rechazar rejeter',
  ],
  trade: [
    'buy bought purchase kaufen kauft kaufte comprar acheter',
    'sell sold verkaufen verkauft verkaufte vender vendre',
  ],
  place: ['inside within indoors', 'outside outdoors'],
  side: ['for', 'against'],
  part: ['include included including', 'exclude excluded excluding'],
  match: [
    'win won winning gewinnen gewann gewonnen ganar gagner',
    'lose lost losing verlieren verlor verloren perder perdre',
  ],
  worth: [
    'good better best gut besser besten mejor meilleur mieux',
    'bad worse worst schlecht schlechter schlimmer peor pire',
  ],
  power: ['strong stronger strongest strengthen', 'weak weaker weakest weaken'],
  truth: ['true', 'false'],
  verdict: ['guilty', 'innocent'],
  safety: ['safe safer safest', 'dangerous unsafe'],
  shade: ['dark darker darkest', 'light lighter lightest'],
  sex: [
    'man men male males mann manner mannern hombre hombres homme hommes',
    'woman women female females frau frauen mujer mujeres femme femmes',
  ],
  quarter: [
    'north northern northward',
    'south southern southward',
    'east eastern eastward',
    'west western westward',
  ],
  extent: [
    'all every each everyone everybody entire alle allen jeder jede todos todas toutes tous',
    'some einige algunos algunas certains quelques',
    'few wenige pocos pocas peu',
    'many numerous viele muchos muchas beaucoup',
  ],
  frequency: [
    'always immer siempre toujours',
    'sometimes occasionally manchmal',
    'rarely seldom selten',
    'often frequently oft souvent',
  ],
};

const byForm = new Map<string, Substance>();
const byStem = new Map<string, Substance>();
for (const [kind, values] of Object.entries(wordsByKind)) {
  for (const words of values) {
    const list = words.split(' ');
    const substance = { kind, value: list[0] as string };
    for (const word of list) {
      if (!byForm.has(word)) byForm.set(word, substance);
      const stem = stemOf(word);
      if (!byStem.has(stem)) byStem.set(stem, substance);
    }
  }
}

/**
 * The measure, time or direction that a word expresses; undefined for most words.
 * @param stem from `stemOf`
 */
export function substanceOf(word: string, stem: string): Substance | undefined {
  return byForm.get(word) ?? byStem.get(stem);
}
