/**
 * Ordinary prose about nothing in particular, written for this project: names that match here would match everywhere.
 * Each text has about 130 words.
 */
export const ordinaryTexts: Readonly<Record<string, string>> = {
  en: `The market on the square opens early on Saturday. People come from the villages around with bread, cheese and
    flowers, and by noon most of the tables are empty. This year the council wants to move it to the old station,
    where there is more room for cars. The traders are not happy with the plan. “Our customers walk here with their
    children,” one of them told the meeting last week. “They will not cross the river for a bag of apples.” The mayor
    said that nothing has been decided, and that she would listen to everyone before the end of the month. A report
    by the town's planning office says the square needs new drains, which will take two years and cost a good deal of
    money. Until then, the market could use the school yard when the weather is dry.`,
  de: `Der Markt auf dem Platz öffnet am Samstag schon früh. Die Leute kommen aus den Dörfern der Umgebung mit Brot,
    Käse und Blumen, und gegen Mittag sind die meisten Tische leer. In diesem Jahr will der Rat ihn an den alten Bahnhof
    verlegen, wo es mehr Raum für Autos gibt. Die Händler sind mit dem Plan nicht zufrieden. „Unsere Kunden gehen mit
    ihren Kindern zu Fuß hierher“, sagte einer von ihnen in der letzten Woche. „Für eine Tüte Äpfel gehen sie nicht über
    den Fluss.“ Die Bürgermeisterin erklärte, dass noch nichts entschieden sei und dass sie bis zum Ende des Monats alle
    anhören werde. Ein Bericht des Bauamts sagt, dass der Platz neue Rohre braucht, was zwei Jahre dauern und viel Geld
    kosten wird. Bis dahin könnte der Markt bei trockenem Wetter den Schulhof nutzen.`,
  fr: `Le marché de la place ouvre tôt le samedi. Les gens viennent des villages voisins avec du pain, du fromage et des
    fleurs, et vers midi la plupart des tables sont vides. Cette année, le conseil veut le déplacer vers la vieille gare,
    où il y a plus de place pour les voitures. Les marchands ne sont pas contents du projet. « Nos clients viennent ici à
    pied avec leurs enfants, a dit l'un d'eux la semaine dernière. Ils ne passeront pas la rivière pour un sac de
    pommes. » La maire a répondu que rien n'était décidé et qu'elle écouterait tout le monde avant la fin du mois. Un
    rapport du service des travaux dit que la place a besoin de nouveaux tuyaux, ce qui prendra deux ans et coûtera
    beaucoup d'argent. D'ici là, le marché pourrait se tenir dans la cour de l'école quand il fait sec.`,
  es: `El mercado de la plaza abre temprano los sábados. La gente viene de los pueblos vecinos con pan, queso y flores, y
    hacia el mediodía la mayoría de las mesas están vacías. Este año el ayuntamiento quiere llevarlo a la vieja estación,
    donde hay más sitio para los coches. Los vendedores no están contentos con el plan. «Nuestros clientes vienen aquí a
    pie con sus hijos», dijo uno de ellos la semana pasada. «No van a cruzar el río por una bolsa de manzanas». La
    alcaldesa respondió que nada está decidido y que escuchará a todos antes de que termine el mes. Un informe de la
    oficina de obras dice que la plaza necesita tubos nuevos, lo que llevará dos años y costará mucho dinero. Hasta
    entonces, el mercado podría usar el patio de la escuela cuando el tiempo sea seco.`,
};
