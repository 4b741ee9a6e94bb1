import type { Language } from '../language.ts';

export const de: Language = {
	tag: 'de',
	fields: {
		title: 'titel, betreff, bezeichnung',
		id: 'nummer, vorfallsnummer, störungsnummer, ticket',
		kind: 'art, typ',
		status: 'zustand, stand',
		impact: 'auswirkung, auswirkungen, auswirkungsgrad',
		severity: 'schweregrad, schwere, priorität, dringlichkeit, stufe, kritikalität',
		date: `
			datum, datum des vorfalls, zeitraum, zeitpunkt, tag, vorfallsdatum, ausfallzeit von bis
		`,
		started_at: 'beginn, start, startzeit, anfang, begonnen, beginn der störung, von',
		detected_at: `
			erkannt, entdeckt, festgestellt, bemerkt, gemeldet, erkannt am, entdeckt am
		`,
		acknowledged_at: 'bestätigt, angenommen',
		mitigated_at: 'eingedämmt, gemildert, entschärft',
		resolved_at: `
			ende, endzeit, behoben, behoben am, gelöst, gelöst am, beendet, ende der störung, störungsende, wiederhergestellt, wiederherstellung, behebung, entstörung, entstört, bis
		`,
		scheduled_for: 'geplant für, geplanter beginn',
		scheduled_until: 'geplant bis, geplantes ende',
		published_at: 'veröffentlicht, veröffentlicht am',
		duration: 'dauer, gesamtdauer, ausfalldauer, dauer des ausfalls, dauer der störung',
		time_to_resolve: 'zeit bis zur behebung, wiederherstellungszeit',
		components: `
			komponente, komponenten, dienst, dienste, betroffen, betroffene dienste, betroffene systeme,
			betroffene komponenten, betroffener dienst, system, systeme
		`,
		summary: 'zusammenfassung, kurzfassung, beschreibung',
		authors: 'autor, autoren, autorin, verfasser, erstellt von',
		owner: 'verantwortlich, verantwortliche, zuständig, einsatzleitung',
		references: 'verweise, siehe auch, verwandte vorfälle',
		time_zone: 'zeitzone',
	},
	sections: {
		summary: `
			zusammenfassung, überblick, übersicht, kurzfassung, was ist passiert, was geschah, beschreibung, problem
		`,
		severity: 'schweregrad, priorität',
		impact: 'auswirkung, auswirkungen, betroffen, betroffene systeme, folgen',
		timeline: `
			zeitverlauf, zeitlicher ablauf, zeitleiste, zeitachse, chronologie, ablauf, verlauf, zeitstrahl, ereignisse
		`,
		'root-cause': `
			ursache, ursachen, grundursache, ursachenanalyse, fehlerursache, auslöser, analyse
		`,
		'contributing-factors': 'beitragende faktoren, begünstigende faktoren, einflussfaktoren',
		detection: 'erkennung, entdeckung',
		resolution: `
			behebung, lösung, wiederherstellung, gegenmaßnahmen, sofortmaßnahmen, reaktion
		`,
		lessons: 'erkenntnisse, lehren, gelernt, was wir gelernt haben, was lief gut',
		'action-items': 'maßnahmen, massnahmen, folgemaßnahmen, aufgaben, nächste schritte',
		prevention: 'vorbeugung, verbesserungen, präventionsmaßnahmen, prävention, empfehlungen',
		references: 'verweise, siehe auch, links',
		metadata: 'metadaten, eckdaten, angaben',
	},
	statuses: {
		investigating: 'offen, in untersuchung, in analyse',
		identified: 'identifiziert, erkannt',
		monitoring: 'beobachtung, unter beobachtung, in beobachtung',
		resolved: 'behoben, gelöst, geschlossen, abgeschlossen, erledigt',
		scheduled: 'geplant',
		in_progress: 'läuft, in arbeit',
		draft: 'entwurf',
		'in-review': 'in prüfung',
		published: 'veröffentlicht, final',
	},
	levels: {
		none: 'keine, kein',
		minor: 'gering, niedrig, klein',
		major: 'mittel, erheblich, größer',
		critical: 'kritisch, hoch, schwer, sehr hoch, schwerwiegend',
	},
	itemStates: {
		open: 'offen, geplant, ausstehend',
		in_progress: 'in arbeit, läuft',
		done: 'erledigt, fertig, abgeschlossen, umgesetzt, behoben, ja',
		dropped: 'verworfen, abgelehnt, entfällt',
	},
	itemFields: {
		task: 'maßnahme, maßnahmen, aufgabe, aufgaben, aktion, was, beschreibung',
		owner: 'verantwortlich, verantwortliche, verantwortlicher, zuständig, wer, team',
		due: 'fällig, fällig am, frist, termin, bis, bis wann, zieldatum, datum',
		status: 'stand, zustand, erledigt',
		ticket: 'vorgang',
	},
	reports: `
		vorfall, störung, vorfallsbericht, störungsbericht, störungsmeldung, ausfallbericht, fehlerbericht,
		nachbetrachtung, nachbesprechung, ursachenanalyse
	`,
	noEnd: 'laufend, andauernd, offen, unbekannt, noch offen, heute',
	months: [
		'januar, jänner, jän',
		'februar',
		'märz, mär, mrz',
		'april',
		'mai',
		'juni',
		'juli',
		'august',
		'september',
		'oktober, okt',
		'november',
		'dezember, dez',
	],
	weekdays: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag, sonnabend', 'sonntag'],
	units: [
		[1 / 60, 'sekunde, sekunden, sek'],
		[1, 'minute, minuten'],
		[60, 'stunde, stunden, std'],
		[1440, 'tag, tage, tagen'],
		[10_080, 'woche, wochen'],
	],
	noon: 'mittag, mittags',
	midnight: 'mitternacht',
	about: 'gegen, etwa, ungefähr, ca, circa',
	atTime: 'um, am, den, von, ab',
	afterTime: 'uhr',
	ofMonth: '',
	rangeWords: 'bis',
	timeHeads: 'zeit, uhrzeit, datum, wann, zeitpunkt, zeitstempel, tag',
	eventHeads: 'ereignis, beschreibung, was, aktion, maßnahme, bemerkung',
	zoneSentences: `
			zeitzone [ist] {zone},
			(zeiten|uhrzeiten|zeitangaben|zeitpunkte|zeitstempel) [unten|hier] [sind] [alle] [in] [der] {zone}
		`,
};
