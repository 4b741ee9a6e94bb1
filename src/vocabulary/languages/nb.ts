import type { Language } from '../language.ts';

/** Norwegian Bokmål, with the spellings of Nynorsk, Danish and Swedish where they are close. */
export const nb: Language = {
	tag: 'nb',
	fields: {
		title: 'tittel, navn, overskrift, titel',
		id: 'nummer, hendelsesnummer',
		status: 'status, tilstand',
		impact: 'konsekvens, konsekvenser, påvirkning',
		severity: 'alvorlighetsgrad, alvorlighet, prioritet, kritikalitet, allvarlighetsgrad',
		date: 'dato, datoer, tidspunkt, periode, tidsrom, dato for hendelsen, når, datum',
		started_at: `
			start, starttid, starttidspunkt, startet, begynte, fra, begynnelse, start kl, startet kl, feil oppstod,
			feilen oppstod
		`,
		detected_at: 'oppdaget, meldt, detektert, rapportert, upptäckt',
		acknowledged_at: 'bekreftet',
		mitigated_at: 'avhjulpet, dempet',
		resolved_at: `
			slutt, sluttid, sluttidspunkt, løst, rettet, ferdig, avsluttet, gjenopprettet, til, löst, slutt kl, løst kl,
			løst klokken, rettet kl, feil rettet, feilen rettet, feil løst
		`,
		scheduled_for: 'planlagt, planlagt start',
		scheduled_until: 'planlagt slutt',
		published_at: 'publisert',
		duration: 'varighet, total varighet, nedetid, varaktighet',
		time_to_resolve: 'tid til løsning',
		components: `
			komponent, komponenter, tjeneste, tjenester, berørte tjenester, berørt, berørte systemer, system, systemer
		`,
		summary: 'sammendrag, oppsummering, beskrivelse',
		authors: 'forfatter, forfattere, skrevet av, deltakere',
		owner: 'ansvarlig, ansvarlige, hendelsesleder',
		references: 'referanser, se også',
		time_zone: 'tidssone',
	},
	sections: {
		summary: `
			sammendrag, oppsummering, oversikt, hva skjedde, beskrivelse, bakgrunn, hendelsen
		`,
		severity: 'alvorlighetsgrad, prioritet',
		impact: 'konsekvens, konsekvenser, påvirkning, hvem ble berørt, følger',
		timeline: `
			tidslinje, hendelsesforløp, kronologi, forløp, tidsforløp, hendelser, tidslinja, tidslinje for hendelsen
		`,
		'root-cause': 'årsak, årsaker, rotårsak, rotårsaker, årsaksanalyse, analyse, grunnårsak',
		'contributing-factors': `
			medvirkende faktorer, medvirkende årsaker, utløsende faktorer, utløsende årsak
		`,
		detection: 'oppdagelse, deteksjon, hvordan ble det oppdaget',
		resolution: `
			løsning, løsningen, retting, gjenoppretting, tiltak under hendelsen, håndtering
		`,
		lessons: `
			lærdom, lærdommer, læringspunkter, hva gikk bra, hva lærte vi, hva har vi lært, erfaringer
		`,
		'action-items': 'tiltak, aksjonspunkter, oppgaver, oppfølging, videre arbeid, neste steg, åtgärder',
		prevention: 'forbedringer, forebygging, anbefalinger, forebyggende tiltak',
		references: 'referanser, se også, lenker',
		metadata: 'metadata, fakta, nøkkelinformasjon',
	},
	statuses: {
		investigating: 'åpen, undersøkes, pågår',
		identified: 'identifisert',
		monitoring: 'overvåkes, under overvåking',
		resolved: 'løst, lukket, ferdig, avsluttet, rettet',
		scheduled: 'planlagt',
		in_progress: 'pågående, under arbeid',
		draft: 'utkast',
		'in-review': 'til gjennomgang',
		published: 'publisert',
	},
	levels: {
		none: 'ingen',
		minor: 'lav, liten, mindre',
		major: 'middels, moderat, medium',
		critical: 'kritisk, høy, alvorlig, stor, svært høy',
	},
	itemStates: {
		open: 'åpen, planlagt, ikke startet, gjenstår',
		in_progress: 'pågår, under arbeid, påbegynt',
		done: 'ferdig, utført, gjort, løst, fullført, ja',
		dropped: 'forkastet, avvist, utgår',
	},
	itemFields: {
		task: 'tiltak, oppgave, oppgaver, aksjon, aksjonspunkt, beskrivelse, hva',
		owner: 'ansvarlig, eier, hvem',
		due: 'frist, tidsfrist, forfall, dato, når',
		status: 'tilstand, utført',
		ticket: 'sak',
	},
	reports: 'hendelse, hendelsesrapport, feilrapport, driftsmelding, avviksrapport, etteranalyse',
	noEnd: 'pågår, pågående, ukjent, ikke avklart',
	months: [
		'januar',
		'februar',
		'mars',
		'april',
		'mai',
		'juni',
		'juli',
		'august',
		'september',
		'oktober, okt',
		'november',
		'desember',
	],
	weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
	units: [
		[1 / 60, 'sekund, sekunder'],
		[1, 'minutt, minutter'],
		[60, 'time, timer'],
		[1440, 'dag, dager, døgn'],
		[10_080, 'uke, uker'],
	],
	noon: 'midt på dagen',
	midnight: 'midnatt',
	about: 'ca, cirka, omtrent, rundt',
	atTime: 'kl, klokken, klokka, den, fra',
	afterTime: '',
	ofMonth: '',
	rangeWords: 'til',
	timeHeads: 'tid, klokkeslett, tidspunkt, dato, når, klokke, klokka',
	eventHeads: 'hendelse, beskrivelse, hva, tiltak, aktivitet',
	zoneSentences: `
			tidssone [er] {zone},
			(tider|tidspunkt|tidspunkter|klokkeslett) [er] [alle] [oppgitt|angitt] i {zone}
		`,
};
