import { foldWords } from './fold-words.ts';

/**
 * Articles, pronouns, prepositions, conjunctions and the like, by language: every page in the language is full of them.
 * Folded as by `foldWords`. Words of one letter are left out, because they are refused as names anyway.
 *
 * From the npm package `stopword` 3.1.5 (https://github.com/fergiemcdowall/stopword), under the MIT licence whose text
 * is this project's LICENSE. Copyright (c) 2011 Chris Umbel (en); 2014 Ismaël Héry (fr); 2011 David Przybilla, Chris
 * Umbel (es, it); 2011 Luís Rodrigues (pt); 2011 Chris Umbel, Martijn de Boer, Damien van Holten (nl); 2014 Kristoffer
 * Brabrand (nb); 2011 Paweł Łaskarzewski (pl); 2011 Polyakov Vladimir, Chris Umbel (ru); 2016 Gene Diaz (de, sv, da,
 * uk). The German list is reduced to words found on a quarter of 32 saved German pages, as it also contains nouns.
 */
const functionWords: Readonly<Record<string, string>> = {
  en: `
    about after all also am an and another any are as at be because been before being between both but by
    came can come could did do each for from get got had has have he her here him himself his how if in into
    is it like make many me might more most much must my never now of on only or other our out over said
    same should since some still such take than that the their them then there these they this those through
    to too under up very was way we well were what where which while who with would you your
  `,
  de: `
    ab aber alle aller alles als am an andere anderen auch auf aus außerdem bei beim bereits besonders bis
    da dabei daher damit dann darauf das dass davon dazu deine dem den denen denn der des dich die dies
    diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er erst es etwas fur
    ganz gegen gehen geht gemacht gerade gibt habe haben hat hatte hier hin ich ihnen ihr ihre ihrem ihren
    ihrer im immer in ins ist ja jahren jeder jedoch jetzt kann kein keine kommen kommt konnen konnte mal
    man mehr mein mich mir mit muss mussen nach neben nicht noch nun nur ob oder oft ohne rund schon sehr
    sein seine seit selbst sich sie sind so solche soll sollte sollten sondern sowie uber um und uns unsere
    unserer unter viel viele vielen vom von vor wahrend war waren warum was weg weil weiter welche wenn wer
    werden wie wieder will wir wird wo wollen wurde wurden zu zum zur zuruck zusammen zwei zwischen
  `,
  fr: `
    ai aie aient aies ait as au aura aurai auraient aurais aurait auras aurez auriez aurions aurons auront
    aux avaient avais avait avec avez aviez avions avoir avons ayant ayez ayons ce ceci cela ces cet cette
    dans de des du elle en es est et etaient etais etait etant ete etee etees etes etiez etions etre eu eue
    eues eumes eurent eus eusse eussent eusses eussiez eussions eut eutes eux faire fumes furent fus fusse
    fussent fusses fussiez fussions fut futes ici il ils je la le les leur leurs lui ma mais me meme mes moi
    mon ne nos notre nous on ont ou par pas pour qu que quel quelle quelles quels qui sa sans se sera serai
    seraient serais serait seras serez seriez serions serons seront ses soi soient sois soit sommes son sont
    soyez soyons suis sur ta te tes toi ton tu un une vos votre vous
  `,
  es: `
    al como con contra cual cuando de del desde donde durante el ella en ese eso hasta la las le lo los mas
    me mi muy ni no nos otro para pero poco por porque que quien se si sin sobre su sus tambien te ti tu un
    una uno ya
  `,
  it: `
    abbia abbiamo abbiano abbiate ad agl agli ai al all alla alle allo anche avemmo avendo avesse avessero
    avessi avessimo aveste avesti avete aveva avevamo avevano avevate avevi avevo avra avrai avranno avrebbe
    avrebbero avrei avremmo avremo avreste avresti avrete avro avuta avute avuti avuto che chi ci coi col
    come con contro cui da dagl dagli dai dal dall dalla dalle dallo degl degli dei del dell della delle
    dello di dov dove ebbe ebbero ebbi ed era erano eravamo eravate eri ero essendo faccia facciamo facciano
    facciate faccio facemmo facendo facesse facessero facessi facessimo faceste facesti faceva facevamo
    facevano facevate facevi facevo fai fanno fara farai faranno farebbe farebbero farei faremmo faremo
    fareste faresti farete faro fece fecero feci fosse fossero fossi fossimo foste fosti fu fui fummo furono
    gli ha hai hanno ho il in io la le lei li lo loro lui ma mi mia mie miei mio ne negl negli nei nel nell
    nella nelle nello noi non nostra nostre nostri nostro per perche piu quale quanta quante quanti quanto
    quella quelle quelli quello questa queste questi questo sara sarai saranno sarebbe sarebbero sarei
    saremmo saremo sareste saresti sarete saro se sei si sia siamo siano siate siete sono sta stai stando
    stanno stara starai staranno starebbe starebbero starei staremmo staremo stareste staresti starete staro
    stava stavamo stavano stavate stavi stavo stemmo stesse stessero stessi stessimo steste stesti stette
    stettero stetti stia stiamo stiano stiate sto su sua sue sugl sugli sui sul sull sulla sulle sullo suo
    suoi ti tra tu tua tue tuo tuoi tutti tutto un una uno vi voi vostra vostre vostri vostro
  `,
  pt: `
    ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas dele deles depois do
    dos ela elas ele eles em entre essa essas esse esses esta estas este estes eu isso isto ja lhe lhes mais
    mas me mesmo meu meus minha minhas muito muitos na nao nas nem no nos nossa nossas nosso nossos num numa
    numas nuns os ou para pela pelas pelo pelos por quais qual quando que quem se sem seu seus so sua suas
    tambem te teu teus tu tua tuas um uma umas voce voces vos vosso vossos
  `,
  nl: `
    aan af al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens
    en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan
    kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op over
    reeds te tegen toch toen tot uit uw van veel voor want waren was wat we wel werd wezen wie wij wil
    worden zal ze zei zelf zich zij zijn zo zonder zou
  `,
  nb: `
    alle at av bade bare begge ble bli blir blitt da de deg dem den denne der dere deres det dette din disse
    ditt du eller en enn er et ett etter for fordi fra før ha hadde han hans har hennar henne hennes her hun
    hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor ikke ingen inn inni ja jeg kan kom kun kunne man
    mange med meg meget mellom men min mitt mot na nar ned noe noen og ogsa om opp oss over pa sa samme sann
    seg selv si siden sin sine sitt sjøl skal skulle slik som til ut uten var ved vi vil ville vors være
    vært
  `,
  sv: `
    aderton adertonde adjo aldrig alla allas allt alltid alltsa an andra andras annan annat annu ar artonde
    artonn at atminstone att atta attio attionde attonde av aven bada badas bakom bara bast battre behova
    behovas behovde behovt beslut beslutat beslutit bland blev bli blir blivit bort borta bra da dag dagar
    dagarna dagen dar darfor de del delen dem den denna deras dess dessa det detta dig din dina dit ditt
    dock dom du efter eftersom ej elfte eller elva emot en enkel enkelt enkla enligt ens er era ers ert ett
    ettusen fa fanns far fatt fem femte femtio femtionde femton femtonde fick fin finnas finns fjarde
    fjorton fjortonde fler flera flesta foljande for fore forlat forra forsta fram framfor fran fyra fyrtio
    fyrtionde ga galla galler gallt gar garna gatt genast genom gick gjorde gjort god goda godare godast gor
    gora gott ha hade haft han hans har heller hellre helst helt henne hennes hit hog hoger hogre hogst hon
    honom hundra hundraen hundraett hur ibland icke idag igar igen imorgon in infor inga ingen ingenting
    inget innan inne inom inte inuti ja jag jamfort jo ju just kan kanske knappast kom komma kommer kommit
    kr kunde kunna kunnat kvar lange langre langsam langsammare langsammast langsamt langst langt lat latt
    lattare lattast legat ligga ligger lika likstalld likstallda lilla lite liten litet man manga maste med
    mej mellan men mer mera mest mig min mina mindre minst mitt mittemot mojlig mojligen mojligt mojligtvis
    mot mycket nagon nagonting nagot nagra nan nanting nar nasta nat ned nederst nedersta nedre nej ner ni
    nio nionde nittio nittionde nitton nittonde nodvandig nodvandiga nodvandigt nodvandigtvis nog noll nr nu
    nummer och ocksa ofta oftast olika olikt om oss over overmorgon overst ovre pa rakt ratt redan sa sadan
    sadana sadant sade saga sager sagt samma samre samst sedan senare senast sent sex sextio sextionde
    sexton sextonde sig sin sina sist sista siste sitt sitta sjalv sjatte sju sjunde sjuttio sjuttionde
    sjutton sjuttonde ska skall skulle slutligen sma smatt snart som stor stora storre storst stort ta tack
    tar tidig tidigare tidigast tidigt till tills tillsammans tio tionde tjugo tjugoen tjugoett tjugonde
    tjugotre tjugotva tjungo tolfte tolv tre tredje trettio trettionde tretton trettonde tva tvahundra under
    upp ur ursakt ut utan utanfor ute va vad val vanster vanstra var vara varfor varifran varit varje varken
    varre vars varsagod vart vem vems verkligen vi vid vidare viktig viktigare viktigast viktigt vilka
    vilkas vilken vilket vill
  `,
  da: `
    ad af aldrig alle alt anden andet andre at bare begge blev blive bliver da de dem den denne der deres
    det dette dig din dine disse dit dog du efter ej eller en end ene eneste enhver er et fa far fem fik
    fire flere fleste for fordi forrige fra før god godt ham han hans har havde have hej helt hende hendes
    her hos hun hvad hvem hver hvilken hvis hvor hvordan hvorfor hvornar ikke ind ingen intet ja jeg jer
    jeres jo kan kom komme kommer kun kunne lad lav lidt lige lille ma man mand mange med meget men mens
    mere mig min mine mit mod nar ned nej ni nogen noget nogle nu ny nyt nær næste næsten og ogsa okay om op
    os otte over pa sa sadan se seks selv ser ses sig sige sin sine sit skal skulle som stor store syv tag
    tage thi ti til to tre ud under var ved vi vil ville vor vores være været
  `,
  pl: `
    aby ach acz aczkolwiek aj albo ale alez ani az bardziej bardzo beda bedzie bo bowiem by byc byli
    bynajmniej był była było były cali cała cały ci cie ciebie co cokolwiek cos czasami czasem czemu czy
    czyli daleko dla dlaczego dlatego do dobrze dokad dosc duzo dwa dwaj dwie dwoje dzis dzisiaj gdy gdyby
    gdyz gdzie gdziekolwiek gdzies ich ile im inna inne inny innych iz ja jak jakas jakby jaki jakichs jakie
    jakis jakiz jakkolwiek jako jakos je jeden jedna jednak jednakze jedno jego jej jemu jesli jest jestem
    jeszcze jezeli juz kazdy kiedy kilka kims kto ktokolwiek ktora ktore ktorego ktorej ktory ktorych ktorym
    ktorzy ktos ku lat lecz lub ma maja mam mało mi miedzy mimo mna mnie moga moi moim moj moja moje moze
    mozliwe mozna mu musi my na nad nam nami nas nasi nasz nasza nasze naszego naszych natomiast natychmiast
    nawet nia nic nich nie niech niego niej niemu nigdy nim nimi niz no obok od około on ona one oni ono
    oraz oto owszem pan pana pani po pod podczas pomimo ponad poniewaz powinien powinna powinni powinno poza
    prawie przeciez przed przede przedtem przez przy roku rowniez sa sam sama sie skad soba sobie sposob
    swoje ta tak taka taki takie takze tam te tego tej temu ten teraz tez to toba tobie totez trzeba tu
    tutaj twoi twoim twoj twoja twoje twym ty tych tylko tym wam wami was wasz wasza wasze we według wiec
    wiecej wiele wielu wszyscy wszystkich wszystkie wszystkim wszystko wtedy wy własnie za zaden zadna zadne
    zadnych zapewne zas zawsze ze zeby znow znowu został zł
  `,
  ru: `
    без более больше будет будто бы был была были было быть вам вас ведь во вот все всегда всего всех всю вы
    где да даже для до другои его ее еи ему если есть еще же за из или им иногда их как какая какои когда
    конечно кто куда ли лишь лучше между меня мне много может можно мои моя мы на над надо нас не него нее
    неи нельзя нет ни нибудь никогда ним них ничего но ну об он она они от перед по под после потом потому
    почти при про раз разве сам свою себе себя сегодня сказал со совсем так такои там тебя тем теперь то
    тогда того тоже только том тот тут ты уж уже хоть чего чем через что чтоб чтобы чуть эти это этого этои
    этом этот эту
  `,
  uk: `
    або авжеж адже аж але ані без би бо був була були було бути більш вам вами вас весь вже вздовж ви вниз
    внизу вона вони воно все всередині вся всіх від він да даваи давати де десь дещо для до же за завжди
    замість зі иого иому коли ледве лиш маиже мене мені ми мною мов мого може моя моє моєі моі моіх між міи
    на навколо навіть над нам нами нас наче наш не нема немов неначе нею неі ним ними них нього нє ні ніби
    ніщо ось от отже отож по поза про під сам сама свою своя своі свіи себе собі та так така такии також там
    твого твоя твоєі твоі твіи те тебе ти то тобою тобто тобі тоді тож тои тощо тут ті тільки хоч хоча хіба
    це цеи ця ці чи чого ще що щоб щось як яка якии якоі із іи ім інших іх іі
  `,
};

/**
 * Other words found on at least a quarter of saved pages on all subjects (73 in English, 32 in German, menus and
 * footers included, names of companies and places left out), counted in November 2026.
 */
const frequentWords: Readonly<Record<string, string>> = {
  en: `
    able access accessibility account across act actually advertise advertising again against ago air along
    already always among anything around article articles away back based become behind best better big bit
    black bring business buy call called case change check choose city clear click close comes coming
    comment comments community companies company contact content continue control country create culture
    current cut daily data day days deals december despite development different digital does down during
    early easy editor email end enough entertainment even events ever every everyone experience face family
    far features feel few find first five follow form former found four free full future game getting gift
    give go going good government great group guide half having health help high history home hours house
    however including industry information inside instead its itself job jobs join just keep know large last
    late later latest learn least leave left less let level life light likely link links list little live
    living local log long longer look looking lot made main major making may means media menu money month
    move multiple music name need network new news newsletter newsletters next no not nothing notice
    november number off offer offers often old once one ones online open others own part party past pay
    people person personal photo place play policy popular possible post power president press privacy pro
    probably problem provide public published put rather read real really recent related research reserved
    reviews right rights run say says school science search second security see seen sell sense series
    service services set several share she shop show shows sign site skip small so social something soon
    space staff start started state statement store stories story subscribe support sure system taking team
    tech technology terms thing things think third though thought three time times tip today together told
    top travel true trying turn tv two type until use used using video videos view visit want watch week
    when whether white why will without won work working works world year years yet
  `,
  de: `
    abonnieren adresse aktuelle alter anmelden april archiv art artikel auto beitrag beitrage bitte bleiben
    cookies daten datenschutz datenschutzerklarung deutsche deutschen einfach einsatz ende erhalten erste
    ersten essen familie fast februar finden folgen foto geschichte große großen gut haus hinaus home
    impressum informationen inhalt internet jahr jahre januar juni karriere kommentar kommentare kontakt
    lassen leben letzte macht mail marz menschen menu nachrichten name neu neue neues neueste news november
    oktober online ort per politik produkte prozent recht rechte schreiben seite senden september stadt
    startseite steht suche suchen system tag tage teilen thema themen top unternehmen veroffentlicht
    verwendet videos website weitere weiterhin welt wirtschaft wissen wochen zeigen zeit
  `,
};

/** Split on first use: most sessions of the extension read no pack file. */
const lists = new Map<string, ReadonlySet<string>>();
let anyFunctionWord: ReadonlySet<string> | undefined;
let anyFrequentWord: ReadonlySet<string> | undefined;

/**
 * The function words of a language, folded; empty if the language is not listed.
 * @param language as in packs; `pt-BR` is read as `pt`
 */
export function functionWordsOf(language: string): ReadonlySet<string> {
  let words = lists.get(language);
  if (words === undefined) {
    const primary = language.split('-', 1)[0] ?? '';
    words = new Set(foldWords(Object.hasOwn(functionWords, primary) ? (functionWords[primary] ?? '') : ''));
    lists.set(language, words);
  }
  return words;
}

/** Whether the folded word is a function word of any listed language. */
export function isFunctionWordAnywhere(folded: string): boolean {
  anyFunctionWord ??= new Set(foldWords(Object.values(functionWords).join(' ')));
  return anyFunctionWord.has(folded);
}

/** Whether the folded word is on every fourth page in English or German, whatever the page is about. */
export function isFrequentWord(folded: string): boolean {
  anyFrequentWord ??= new Set(foldWords(Object.values(frequentWords).join(' ')));
  return anyFrequentWord.has(folded);
}
